import { below, levels } from '../model/fact.js'
import { defineRule } from '../rule.js'

/** Every interface is callable on every endpoint of the process. */
export default defineRule({
  name: 'no-mixed-protection',
  description: 'disallow serving the same procedures at different levels of protection',
  section: 13, cwe: 923, recommended: true,
  about: 'listeners',
  messages: {
    mixed: 'The same services are served with protection on {{other}}: here every one of them is callable without. Give this listener the same credentials, or a server of its own.',
    everywhere: '`{{what}}` opens every transport of the process to every interface. Open the one transport that is meant.',
  },
  check(listener, _options, program) {
    if (listener.everywhere) return { at: listener, message: 'everywhere', data: { what: listener.what } }
    if (!listener.on || !listener.credentials.level.surely(below(levels, 'integrity'))) return
    if (listener.when.some(({ kind }) => kind === 'development') || listener.address.some(({ local }) => local === 'yes') === 'yes') return
    const other = program.listeners.find(one => one !== listener && one.on === listener.on && one.credentials.level.surely(level => !below(levels, 'integrity')(level)))
    return other && { at: listener.credentials.level, message: 'mixed', data: { other: other.address.values[0]?.text ?? 'another endpoint' } }
  },
})
