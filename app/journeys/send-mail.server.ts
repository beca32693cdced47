import { findActor } from '~/domains/identity/index.server'
import { composeMail, type MailTexts, type WrittenMail } from '~/domains/insight'
import { listMailLines } from '~/domains/insight/index.server'
import { endMail, gatherMail, putOffMail, takeMail } from '~/domains/notice/index.server'
import type { Translate } from '~/i18n/translate'
import type { Language } from '~/shared/language'
import type { Db } from '~db/schema'

/** What came of handing a mail to the server: `never` means that it refused it for good. `fault` names no person. */
export type Delivery = { state: 'sent' } | { state: 'later' | 'never'; fault: string }

export interface MailMeans {
  /** The portal's address, `https://…` without a slash at the end. */
  address: string
  texts: (language: Language) => MailTexts & { home: Translate<'home'> }
  /** Hands a mail over; the id is the same at every try, so that a receiver can tell a repeat. */
  deliver: (mail: WrittenMail & { id: string; to: string; language: Language }) => Promise<Delivery>
  isEnding?: () => boolean
}

/**
 * Mails the notices whose time has come: what is urgent at once, the rest as one digest a day. What is done by then is
 * not told, and a mail of which nothing is left is not sent. Run as often as one likes, by as many processes. A mail is
 * sent once; only a process that dies between handing over and writing so lets it be sent again, under the same id.
 */
export async function sendMail(db: Db, now: () => Date, means: MailMeans): Promise<{ sent: number; failed: number }> {
  const count = { sent: 0, failed: 0 }
  await gatherMail(db, now())
  while (means.isEnding?.() !== true) {
    const mail = await takeMail(db, now())
    if (mail === undefined) break
    const actor = await findActor(db, mail.personId, now())
    const texts = means.texts(actor?.language ?? 'sv')
    const lines = actor === undefined ? [] : await listMailLines(db, actor, mail.notices, texts.home, now())
    if (actor === undefined || lines.length === 0) {
      await endMail(db, mail.mailId, { state: 'inaktuellt' }, now())
      continue
    }
    const { givenName, language, email: to } = actor
    const written = composeMail(lines, { givenName, language, kind: mail.kind }, means.address, texts)
    const delivery = await means.deliver({ ...written, id: mail.mailId, to, language })
    if (delivery.state === 'sent') {
      await endMail(db, mail.mailId, { state: 'skickat' }, now())
      count.sent += 1
      continue
    }
    count.failed += 1
    if (delivery.state === 'never') await endMail(db, mail.mailId, { state: 'uppgivet', fault: delivery.fault }, now())
    else await putOffMail(db, mail, delivery.fault, now())
  }
  return count
}
