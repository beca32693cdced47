export type { NewNotice, NoticeEntry } from './model'
