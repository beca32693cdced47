import { useOfficeT } from '~/i18n/use-office-t'
import type { Piece, ShownText } from '../../discussion/model'
import styles from './discussion.module.css'

/** What somebody has written: paragraphs and lines of text, web addresses and names, never anything else. */
export function PostText({ text }: { text: ShownText }) {
  return (
    <div className={styles['text']}>
      {text.map((lines, paragraph) => (
        <p key={paragraph}>
          {lines.map((pieces, line) => (
            <span key={line}>
              {line > 0 && <br />}
              {pieces.map((piece, index) => (
                <PieceView key={index} piece={piece} />
              ))}
            </span>
          ))}
        </p>
      ))}
    </div>
  )
}

function PieceView({ piece }: { piece: Piece }) {
  const t = useOfficeT('discussion')
  switch (piece.kind) {
    case 'text':
      return <bdi>{piece.text}</bdi>
    case 'link':
      return (
        <a href={piece.href} rel="nofollow ugc noopener noreferrer">
          {piece.text}
        </a>
      )
    case 'mention':
      return (
        <span className={styles['mention']} data-me={piece.isMe}>
          {piece.name === null ? t('post.mentionGone') : `@${piece.name}`}
        </span>
      )
  }
}
