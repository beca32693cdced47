export { creditTime } from './commands.server'
