import { defineRule } from '../rule.js'

/** Every interface is callable on every endpoint of the process. */
export default defineRule({
  name: 'no-mixed-protection',
  description: 'disallow serving the same procedures at different levels of protection',
  section: 13, cwe: 923, recommended: true,
  about: 'listeners',
  messages: {
    mixed: 'The same services are served with more protection on {{other}}: here every one of them is callable without it. Give this listener the same credentials, or a server of its own.',
    everywhere: '`{{what}}` opens every transport of the process to every interface. Open the one transport that is meant.',
  },
  check(listener) {
    if (listener.everywhere) return { at: listener, message: 'everywhere', data: { what: listener.what } }
    if (listener.outdoneBy === undefined || listener.when.some(({ kind }) => kind === 'development') || listener.address.some(({ local }) => local === 'yes') === 'yes') return
    return { at: listener.credentials.level, message: 'mixed', data: { other: listener.outdoneBy } }
  },
})
