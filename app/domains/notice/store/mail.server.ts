import { sql } from 'kysely'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { type MailChoice, type MailEnd, type MailToSend, urgentKinds } from '../mail/model'
import { FRESH_MS, isDigestTime, MOST_ATTEMPTS, pauseAfter } from '../mail/rules'

/** The choice of a person. Protected people get no mail until they have asked for it: a mailbox may be shared. */
const choiceSql = sql<MailChoice>`coalesce(mail_choice.choice, case when person.protection = 'none' then 'allt' else 'inget' end)`

/**
 * Makes mails of the notices that nobody has mailed: one a person of what is urgent, and from the morning on one digest a
 * person and day of the rest. One statement for each kind, so a notice is in one mail alone, by however many processes.
 * Answers how many mails it made.
 */
export async function gatherMail(db: Db, now: Date): Promise<number> {
  const urgent = await gather(db, 'bradskande', now)
  return isDigestTime(now) ? urgent + (await gather(db, 'samlat', now)) : urgent
}

async function gather(db: Db, kind: MailToSend['kind'], now: Date): Promise<number> {
  const isUrgent = sql`outbox.kind = any (${[...urgentKinds]})`
  const hasToday = sql`exists (select from mail where mail.person_id = outbox.person_id and mail.kind = 'samlat'
    and (mail.created_at at time zone 'Europe/Stockholm')::date = ${localDay(now)}::date)`
  const which =
    kind === 'bradskande'
      ? sql`${isUrgent} and ${choiceSql} <> 'inget'`
      : sql`not ${isUrgent} and ${choiceSql} = 'allt' and outbox.read_at is null and not ${hasToday}`
  const { rows } = await sql<{ mail_id: string }>`
    with due as (
      select outbox.outbox_id, outbox.person_id
      from outbox
      join person on person.person_id = outbox.person_id and person.merged_into is null and person.erased_at is null
      join account on account.person_id = person.person_id and account.disabled_at is null
      left join mail_choice on mail_choice.person_id = person.person_id
      where outbox.mail_id is null and outbox.created_at > ${new Date(now.getTime() - FRESH_MS)}
        and outbox.created_at <= ${now} and ${which}
      for update of outbox skip locked
    ), made as (
      insert into mail (person_id, kind, created_at, next_try_at)
      select distinct person_id, ${kind}::text, ${now}::timestamptz, ${now}::timestamptz from due
      returning mail_id, person_id
    ), told as (
      update outbox set mail_id = made.mail_id
      from due join made on made.person_id = due.person_id
      where outbox.outbox_id = due.outbox_id
    )
    select mail_id from made`.execute(db)
  return rows.length
}

/**
 * Takes the next mail to send, and puts its next try off, so that no other process takes it and a process that dies is
 * followed by another. Undefined when nothing waits.
 */
export async function takeMail(db: Db, now: Date): Promise<(MailToSend & { attempt: number }) | undefined> {
  const { rows } = await sql<{ mailId: string; personId: PersonId; kind: MailToSend['kind']; attempt: number }>`
    update mail set attempts = attempts + 1, next_try_at = ${new Date(now.getTime() + pauseAfter(1))}
    where mail_id = (
      select mail_id from mail where state = 'vantar' and next_try_at <= ${now}
      order by next_try_at, mail_id limit 1 for update skip locked
    )
    returning mail_id as "mailId", person_id as "personId", kind, attempts as attempt`.execute(db)
  const [mail] = rows
  if (mail === undefined) return undefined
  const notices = await db
    .selectFrom('outbox')
    .where('mail_id', '=', mail.mailId)
    .select(['outbox_id', 'kind', 'source_id', 'payload', 'created_at', 'read_at'])
    .orderBy('created_at', 'desc')
    .orderBy('outbox_id')
    .execute()
  return {
    ...mail,
    notices: notices.map((row) => ({
      ...{ noticeId: row.outbox_id, kind: row.kind, sourceId: row.source_id, payload: row.payload },
      ...{ createdAt: row.created_at, readAt: row.read_at },
    })),
  }
}

/** Ends a mail: sent, no longer of interest, or given up. */
export async function endMail(db: Db, mailId: string, end: MailEnd, at: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state: end.state, ended_at: at, fault: 'fault' in end ? end.fault : null })
    .where('mail_id', '=', mailId)
    .where('state', '=', 'vantar')
    .execute()
}

/** Puts a mail that could not be sent off to its next try, or gives it up after the last. `fault` names no person. */
export async function putOffMail(
  db: Db,
  mail: { mailId: string; attempt: number },
  fault: string,
  at: Date,
): Promise<void> {
  if (mail.attempt >= MOST_ATTEMPTS) return endMail(db, mail.mailId, { state: 'uppgivet', fault }, at)
  await db
    .updateTable('mail')
    .set({ next_try_at: new Date(at.getTime() + pauseAfter(mail.attempt)), fault })
    .where('mail_id', '=', mail.mailId)
    .execute()
}

/** What the person has chosen, or the standard. */
export async function findMailChoice(db: Db, personId: PersonId): Promise<MailChoice> {
  const row = await db
    .selectFrom('person')
    .leftJoin('mail_choice', 'mail_choice.person_id', 'person.person_id')
    .where('person.person_id', '=', personId)
    .select(choiceSql.as('choice'))
    .executeTakeFirstOrThrow()
  return row.choice
}

export async function saveMailChoice(db: Db, personId: PersonId, choice: MailChoice, at: Date): Promise<void> {
  await db
    .insertInto('mail_choice')
    .values({ person_id: personId, choice, changed_at: at })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ choice, changed_at: at }))
    .execute()
}
