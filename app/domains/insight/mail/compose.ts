import type { Translate } from '~/i18n/translate'
import { escaped } from '~/shared/html'
import type { Language } from '~/shared/language'
import { paths } from '~/shared/paths'
import type { ToldLine } from '../rules/told'

export interface MailTexts {
  mail: Translate<'mail'>
  common: Translate<'common'>
}

export interface WrittenMail {
  subject: string
  text: string
  html: string
}

/** The content id of the EU emblem that the HTML shows beside its words. */
export const EMBLEM_ID = 'eu-emblem'

const look = 'font:16px/1.5 Arial,sans-serif;color:#17262b'
const link = 'color:#0b5563'

/** On one line: what a header may hold. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/**
 * Writes a mail of these lines: plain text, and the same as HTML without anything that is fetched. `address` is the
 * portal's, `https://…` without a slash at the end. One line is its own subject; several have the words of the kind.
 */
export function composeMail(
  told: readonly ToldLine[],
  to: { givenName: string; language: Language; kind: 'bradskande' | 'samlat' },
  address: string,
  { mail: t, common }: MailTexts,
): WrittenMail {
  const lines = told.map((line) => ({ ...line, text: oneLine(line.text) }))
  const [only] = lines.length === 1 ? lines : []
  const subject = only === undefined ? t(`subject.${to.kind}`, { count: lines.length }) : only.text
  const hello = t('hello', { name: to.givenName })
  const choose = `${address}${paths.account()}#mejl`
  const text = [
    hello,
    ...lines.map((line) => [line.text, line.more, address + line.to].filter(Boolean).join('\n')),
    `${t('why')}\n${choose}`,
    `${t('noReply')}\n${common('eu')}`,
  ].join('\n\n')
  const items = lines.map(
    (line) =>
      `<li style="margin:0 0 12px"><a href="${escaped(address + line.to)}" style="${link}">${escaped(line.text)}</a>${
        line.more === undefined ? '' : `<br>${escaped(line.more)}`
      }</li>`,
  )
  const html = `<!doctype html>
<html lang="${to.language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="${look};margin:0;padding:24px"><p>${escaped(hello)}</p>
<ul style="margin:0;padding:0 0 0 20px">${items.join('')}</ul>
<p style="font-size:14px;color:#5c6b71">${escaped(t('why'))} <a href="${escaped(choose)}" style="${link}">${escaped(t('choose'))}</a>. ${escaped(t('noReply'))}</p>
<p style="color:#003399"><img src="cid:${EMBLEM_ID}" alt="" width="54" height="36" style="vertical-align:middle;margin:0 9px 0 0">${escaped(common('eu'))}</p>
</body></html>
`
  return { subject: subject.slice(0, 200), text: `${text}\n`, html }
}
