import { sizeText } from '~/domains/catalogue'
import { useLanguage } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import type { PageFile } from '../../assignment/page'

/** Files of a work, each to be saved. */
export function FileList({ files }: { files: readonly PageFile[] }) {
  const language = useLanguage()
  if (files.length === 0) return null
  return (
    <ul className="plain-list stack stack-s">
      {files.map(({ fileId, name, bytes }) => (
        <li key={fileId}>
          <a href={paths.submissionFile(fileId)} download>
            {name}
          </a>{' '}
          <span className="small">{sizeText(bytes, language)}</span>
        </li>
      ))}
    </ul>
  )
}
