export { issueCertificate } from './commands.server'
