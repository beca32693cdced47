export type { NewNotice, NoticeEntry } from './model'
export { type MailChoice, mailChoices } from './mail/model'
