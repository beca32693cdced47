import type { Translate } from '~/i18n/translate'
import { formatMinutes, formatMonth } from '~/shared/dates'
import { escaped } from '~/shared/html'
import type { Language } from '~/shared/language'
import type { BundleManifest } from './model'

export interface IndexTexts {
  language: Language
  t: Translate<'bundle'>
  common: Translate<'common'>
  /** The verification in words. */
  verified: readonly string[]
}

const linkTo = (path: string) =>
  `<a href="${escaped(path.split('/').map(encodeURIComponent).join('/'))}">${escaped(path)}</a>`
const SHOWN = 6

const look = `body{font:16px/1.5 Arial,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#17262b;background:#fff}
h1,h2{color:#0b5563}table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #dfddd6}
.n{text-align:right}code{font-size:.8rem;overflow-wrap:anywhere}.eu{color:#003399}`

/** The readable index of a bundle: one page without scripts, opened from the unpacked folder. */
export function indexHtml(
  manifest: Omit<BundleManifest, 'form'>,
  { language, t, common, verified }: IndexTexts,
): string {
  const { project, scope, figures, files, leftOut } = manifest
  const months = scope.months.map((month) => formatMonth(month, language)).join(', ')
  const made = t('page.made', { at: manifest.madeAt, name: manifest.madeBy, reason: manifest.reason })
  const head = (cells: readonly string[]) =>
    `<thead><tr>${cells.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>`
  const rows = figures.map((figure) => {
    const some = figure.documents.slice(0, SHOWN).map((path) => `<li>${linkTo(path)}</li>`)
    const rest = figure.documents.length - some.length
    const documents = `<ul>${some.join('')}${rest > 0 ? `<li>+ ${rest}</li>` : ''}</ul>`
    const time = [figure.registeredMinutes, figure.reportedMinutes, figure.minutesInFile]
    const agrees = figure.agrees === null ? '–' : t(figure.agrees ? 'page.agreesYes' : 'page.agreesNo')
    return `<tr><th scope="row">${escaped(formatMonth(figure.month, language))}</th><td class="n">${figure.persons}</td>${time
      .map((minutes) => `<td class="n">${formatMinutes(minutes)}</td>`)
      .join('')}<td>${escaped(agrees)}</td><td>${documents}</td></tr>`
  })
  const listed = files.map(
    (file) =>
      `<tr><td>${linkTo(file.path)}</td><td class="n">${file.bytes}</td><td><code>${file.sha256}</code></td></tr>`,
  )
  const headings = ['persons', 'registered', 'reported', 'inFile', 'agrees', 'documents'] as const
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(`${t('title')}, ${project.name}`)}</title><style>${look}</style></head><body><main>
<h1>${escaped(t('title'))}</h1><p>${escaped(`${project.name}, ${project.diarienr}`)}</p>
<p>${escaped(made)}</p><p>${escaped(t('page.scope', { months }))}${scope.participationId === null ? '' : ` ${escaped(t('page.person'))}`}</p>
<h2>${escaped(t('page.verification'))}</h2>${verified.map((line) => `<p>${escaped(line)}</p>`).join('')}
<h2>${escaped(t('page.figures'))}</h2><table>${head([t('month'), ...headings.map((key) => t(`page.${key}`))])}<tbody>${rows.join('')}</tbody></table>
${leftOut.length === 0 ? '' : `<h2>${escaped(t('page.leftOut'))}</h2><ul>${leftOut.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`}
<h2>${escaped(t('check'))}</h2><p>${escaped(t('checkText'))}</p><p><code>${escaped(t('checkCommand'))}</code></p>
<h2>${escaped(t('page.files'))}</h2><table>${head([t('page.path'), t('page.bytes'), t('page.sha256')])}<tbody>${listed.join('')}</tbody></table>
<p class="eu">${escaped(common('eu'))}</p></main></body></html>
`
}
