import { useMemo } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { paths } from '../../paths'
import type { AttributeValue, LibraryKind } from '../nodes/spec'
import type { EditorLibrary, LibraryItem } from './library'

/** What the portal's picker answers with, one thing each. */
export interface Picked {
  address: string
  title: string
  alt: string | null
  bytes: number | null
  width: number | null
  height: number | null
  credit: string
}

const types: Record<LibraryKind, string> = { picture: 'bild', file: 'fil', lecture: 'forelasning' }
const ending = (address: string) => /\.([a-z0-9]{1,8})$/i.exec(address)?.[1]?.toLowerCase()

/** A thing of the library as the attributes of the block that shows it. */
export function blockOf(kind: LibraryKind, picked: Picked): Record<string, AttributeValue> {
  const { address, title, alt, width, height, credit, bytes } = picked
  switch (kind) {
    case 'picture':
      return {
        src: address,
        alt: alt ?? '',
        decorative: alt === '',
        credit: credit === '' ? null : credit,
        width,
        height,
      }
    case 'file':
      return { src: address, name: title.slice(0, 200), kind: ending(address) ?? null, size: bytes }
    case 'lecture':
      return { slug: address.split('/').at(-1) ?? '', title: title.slice(0, 200) }
  }
}

async function answered(response: Response): Promise<unknown> {
  if (!response.ok || response.redirected) throw new Error(String(response.status))
  return await response.json()
}

/** The portal's media library, for whoever may use it. */
export function usePortalLibrary(): EditorLibrary {
  const t = useOfficeT('editor')
  const language = useLanguage()
  return useMemo(() => {
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
    const detail = ({ bytes, width, height }: Picked) =>
      [
        ...(width === null || height === null ? [] : [`${width} × ${height}`]),
        ...(bytes === null ? [] : [`${number.format(bytes / 1_000_000)} MB`]),
      ].join(', ')
    const item = (kind: LibraryKind, picked: Picked): LibraryItem => {
      const told = detail(picked)
      return {
        title: picked.title,
        attributes: blockOf(kind, picked),
        ...(told === '' ? {} : { detail: told }),
      }
    }
    return {
      async search(kind, query) {
        const asked = new URLSearchParams({ typ: types[kind], q: query })
        const { items } = (await answered(await fetch(paths.pickMedia(`?${asked.toString()}`)))) as { items: Picked[] }
        return items.map((picked) => item(kind, picked))
      },
      async upload(kind, file) {
        const form = new FormData()
        form.set('file', file)
        const stored = await fetch(paths.pickMedia(), { method: 'POST', body: form })
          .then(answered)
          .catch(() => undefined)
        if (stored === undefined) throw new Error(t('library.refused'))
        return item(kind, { bytes: file.size, credit: '', ...(stored as Omit<Picked, 'bytes' | 'credit'>) })
      },
    }
  }, [t, language])
}
