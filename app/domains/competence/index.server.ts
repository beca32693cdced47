export { grantEvidence } from './commands.server'
