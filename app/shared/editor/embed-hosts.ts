/** The only sites whose pages may be shown inside a text, each with its reason. */
export const embedHosts: Record<string, { name: string; reason: string }> = {
  'www.youtube-nocookie.com': {
    name: 'YouTube',
    reason: 'Films that others publish only there; this address sets no cookie before the film is started.',
  },
  'player.vimeo.com': { name: 'Vimeo', reason: 'Films of universities and authorities; dnt=1 asks for no tracking.' },
  'www.geogebra.org': { name: 'GeoGebra', reason: 'Mathematics to handle, without accounts or advertising.' },
  'learningapps.org': { name: 'LearningApps', reason: 'Exercises that teachers in sfi already make and share.' },
}

/** Where frames may come from, for the page's security policy. */
export const embedOrigins = Object.keys(embedHosts).map((host) => `https://${host}`)

/** The name of the site of an embedded page, or undefined when it is not on the list. */
export function embedHost(src: string): { host: string; name: string } | undefined {
  if (!URL.canParse(src)) return undefined
  const { protocol, hostname, username, port } = new URL(src)
  if (protocol !== 'https:' || username !== '' || port !== '' || !Object.hasOwn(embedHosts, hostname)) return undefined
  return { host: hostname, name: embedHosts[hostname]?.name ?? hostname }
}

export function isAllowedEmbed(src: string): boolean {
  return src.length <= 1000 && !/[\s"'<>\\]/.test(src) && embedHost(src) !== undefined
}

/** The address to embed for one that a writer has copied from the address bar; undefined when its site is not allowed. */
export function embedAddress(copied: string): string | undefined {
  const text = copied.trim()
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const site = url.hostname.replace(/^(www|m)\./, '')
  const id = /^[\w-]{6,20}$/
  const film = site === 'youtu.be' ? url.pathname.slice(1) : site === 'youtube.com' ? url.searchParams.get('v') : null
  if (film !== null && id.test(film)) return `https://www.youtube-nocookie.com/embed/${film}`
  const vimeo = site === 'vimeo.com' ? /^\/(\d{4,15})$/.exec(url.pathname)?.[1] : undefined
  if (vimeo !== undefined) return `https://player.vimeo.com/video/${vimeo}?dnt=1`
  return isAllowedEmbed(text) ? text : undefined
}
