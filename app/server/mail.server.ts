import path from 'node:path'
import { createTransport } from 'nodemailer'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { EMBLEM_ID } from '~/domains/insight'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { type Delivery, type MailMeans, sendMail } from '~/journeys/send-mail.server'
import { log, logFault } from './log.server'

const PAUSE = 60_000
/** How long a mail server may be silent. */
const SILENCE = 30_000

const isLoopback = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

/** What went wrong as the mail server's own words go, without the address that it may have repeated. */
function faultOf(error: unknown): { isFinal: boolean; fault: string } {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  const isFinal = responseCode !== undefined && responseCode >= 500 && code === 'EENVELOPE'
  return { isFinal, fault: [code, responseCode].filter((part) => part !== undefined).join(' ') || 'okänt fel' }
}

/** Hands mails to the server of SMTP_URL over kept connections, encrypted unless it is on this machine. */
export function mailer(smtp: { url: string; from: string }, emblem: string) {
  const { protocol, hostname, port, username, password } = new URL(smtp.url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isLoopback(hostname),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: SILENCE,
    greetingTimeout: SILENCE,
    socketTimeout: SILENCE,
    disableFileAccess: false,
    disableUrlAccess: true,
  })
  const domain = /@([^>\s]+)>?$/.exec(smtp.from)?.[1] ?? hostname
  const deliver: MailMeans['deliver'] = async ({ id, to, language, ...written }): Promise<Delivery> => {
    try {
      await transport.sendMail({
        ...written,
        from: smtp.from,
        to: { name: '', address: to },
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        attachments: [{ filename: 'eu.png', path: emblem, cid: EMBLEM_ID, contentDisposition: 'inline' }],
      })
      return { state: 'sent' }
    } catch (error) {
      const { isFinal, fault } = faultOf(error)
      return { state: isFinal ? 'never' : 'later', fault }
    }
  }
  return { deliver, verify: () => transport.verify(), close: () => transport.close() }
}

/**
 * Mails notices every minute as long as the process lives, when the settings name a mail server. Several processes do no
 * harm. Answers how to end it; the mail under way is then waited for.
 */
export function startMail(root: string): () => Promise<void> {
  const { smtp, publicUrl: address } = env()
  if (smtp === undefined || address === undefined) return () => Promise.resolve()
  const post = mailer(smtp, path.join(root, 'public', 'eu-emblem.png'))
  let running = Promise.resolve()
  let isEnding = false
  const texts: MailMeans['texts'] = (language) => {
    const t = translator(language)
    return { mail: t('mail'), common: t('common'), home: t('home') }
  }
  const run = () => {
    running = running.then(async () => {
      try {
        const means = { address, texts, deliver: post.deliver, isEnding: () => isEnding }
        const { sent, failed } = await sendMail(db(), now, means)
        if (failed > 0) log.warn({ sent, failed }, 'mail')
        else if (sent > 0) log.info({ sent }, 'mail')
      } catch (error) {
        logFault(error, 'mail')
      }
    })
  }
  run()
  const timer = setInterval(run, PAUSE)
  timer.unref()
  return () => {
    isEnding = true
    clearInterval(timer)
    return running.then(() => post.close())
  }
}
