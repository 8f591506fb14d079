import { defineRule } from '../rule.js'

/** What operators may see, a peer should not. */
export default defineRule({
  name: 'no-exposed-admin-service',
  description: 'disallow reflection, debugging and administrative services on listeners that others can reach',
  section: 13, cwe: 200, recommended: true,
  about: 'admins',
  messages: { exposed: '{{service}} tells every caller of this server {{tells}}. {{remedy}}.' },
  check(admin) {
    if (admin.local === 'yes' || admin.when.some(({ kind }) => kind !== 'other' && kind !== 'missing' && kind !== 'otherwise')) return
    return { at: admin, message: 'exposed', data: { service: admin.service, tells: admin.tells, remedy: admin.remedy('admin') } }
  },
})
