import { paths } from '~/shared/paths'

/** What the worker does with a request. */
export type Asked =
  /** An attendance list: from the portal, else the copy of today. */
  | { as: 'list'; path: string }
  /** A page: from the portal, else the copy, else the list of what is saved. */
  | { as: 'page'; path: string }
  /** A script, style or letter: it never changes under its name. */
  | { as: 'asset'; path: string }
  /** A picture, a caption or a film that may be saved with a lesson. */
  | { as: 'file'; path: string }
  | { as: 'sign-in' | 'sign-out' }
  /** Something on a lesson or a course has changed or been opened: its copy is fetched anew. */
  | { as: 'changed'; path: string }
  | { as: 'none' }

const slug = '[a-z0-9-]+'
const lesson = new RegExp(`^${paths.lesson(slug, slug)}$`)
const course = new RegExp(`^${paths.course(slug)}$`)
const list = new RegExp(`^${paths.attendance('[0-9a-f-]{36}')}$`)
const media = new RegExp(`^${paths.mediaFile('')}`)
const track = new RegExp(`^${paths.lecture(slug)}/textning/`)
const shown = /^\/(eu-emblem|icon)\.svg$/

/** The page that a request for its data or a write on it belongs to. */
function pageOf(path: string): string | undefined {
  const bare = path.replace(/\.data$/, '').replace(/\/(utkast|osant)$/, '')
  return lesson.test(bare) || course.test(bare) ? bare : undefined
}

/** Decides by method, mode and address alone. */
export function askedFor({ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): Asked {
  const { origin: from, pathname: path } = new URL(url)
  if (from !== origin) return { as: 'none' }
  if (method === 'POST') {
    const bare = path.replace(/\.data$/, '')
    if (bare === paths.signIn()) return { as: 'sign-in' }
    if (bare === paths.signOut()) return { as: 'sign-out' }
  }
  if (method === 'GET' && mode === 'navigate') return list.test(path) ? { as: 'list', path } : { as: 'page', path }
  if (method === 'GET' && (path.startsWith('/assets/') || shown.test(path))) return { as: 'asset', path }
  if (method === 'GET' && (media.test(path) || track.test(path)) && !path.endsWith('.data')) return { as: 'file', path }
  const changed = method === 'POST' || path.endsWith('.data') ? pageOf(path) : undefined
  return changed === undefined ? { as: 'none' } : { as: 'changed', path: changed }
}
