import type { Listener, Program } from '../model/program.js'
import { defineRule } from '../rule.js'

/** Every interface is callable on every endpoint of the process. */
export default defineRule({
  name: 'no-mixed-protection',
  description: 'disallow serving the same procedures at different levels of protection',
  section: 13, cwe: 923, recommended: true,
  about: 'listeners',
  messages: {
    mixed: 'The same services are served with more protection on {{other}}: here they are callable without it. {{remedy}}.',
    doors: 'What is meant for this machine can be called here from others, too, and its callback does not ask by which endpoint a call came. {{remedy}}.',
    everywhere: '`{{what}}` opens every transport of the process to every interface. Open the one transport that is meant.',
  },
  check(listener, _options, program) {
    if (listener.everywhere) return { at: listener, message: 'everywhere', data: { what: listener.what } }
    if (listener.opens) return isOpenDoor(listener, program) ? { at: listener, message: 'doors', data: { remedy: listener.remedy('door') ?? 'Ask it, or open one endpoint only' } } : undefined
    if (listener.outdoneBy === undefined || listener.when.some(({ kind }) => kind === 'development') || listener.address.some(({ local }) => local === 'yes') === 'yes') return
    return { at: listener.credentials.level, message: 'mixed', data: { other: listener.outdoneBy, remedy: listener.remedy('alike') ?? 'Give this listener the same credentials, or a server of its own' } }
  },
})

/** An endpoint for other machines next to one of this machine, where something is served that minds neither. */
function isOpenDoor(door: Listener, { listeners }: Program): boolean {
  return door.address.surely(({ local }) => local === 'no')
    && listeners.some(other => other.opens && other.address.surely(({ local }) => local === 'yes'))
    && listeners.some(({ minds }) => minds === 'no')
}
