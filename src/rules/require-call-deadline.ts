import { defineRule } from '../rule.js'

/** A peer that never answers holds whoever waits for it. */
export default defineRule({
  name: 'require-call-deadline',
  description: 'require a deadline on outgoing calls',
  section: 6, cwe: 1088, recommended: true, suggests: true,
  about: 'calls',
  options: { everywhere: { default: false, description: 'Ask for a deadline on every call, not only on those made while a peer waits' } },
  strict: { everywhere: true },
  messages: {
    endless: 'This call can wait for ever: a server that never answers holds it and whatever waits for it. {{remedy}}.',
    unit: 'This deadline lies in the past, so that every call fails at once. {{remedy}}.',
    span: 'This is a point in time where a span is meant: no timer runs for so long, and every call fails at once. {{remedy}}.',
  },
  check(call, { everywhere }) {
    if (call.wrongUnit.isWritten) return { at: call.wrongUnit, message: call.wrongUnit.value === 'span' ? 'unit' : 'span', data: { remedy: call.remedy('unit') }, edit: call.edit('unit') }
    if (!everywhere && !call.insideProcedure) return
    return call.deadline.surely(milliseconds => milliseconds === Infinity) ? { at: call, cause: call.trail[0], message: 'endless', data: { remedy: call.remedy('deadline') }, edit: call.edit('deadline') } : undefined
  },
})
