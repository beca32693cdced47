import { Section, Stack } from '~/shared/ui'
import { blocksOf, type TextBlock } from '../../information/rules'

function Block({ block }: { block: TextBlock }) {
  if (block.kind === 'heading') return <h2>{block.text}</h2>
  if (block.kind === 'paragraph') return <p>{block.text}</p>
  return (
    <ul>
      {block.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

/** A heading and what stands under it keep together. */
function partsOf(blocks: readonly TextBlock[]): TextBlock[][] {
  return blocks.reduce<TextBlock[][]>((parts, block) => {
    const open = parts.at(-1)
    if (open === undefined || block.kind === 'heading') parts.push([block])
    else open.push(block)
    return parts
  }, [])
}

/** A text of the information to participants, in one language, with its headings and lists. */
export function InformationText({ text, language }: { text: string; language: 'sv' | 'en' }) {
  return (
    <div lang={language}>
      <Stack gap="l">
        {partsOf(blocksOf(text)).map((part, index) => (
          <Stack key={index} gap="s">
            {part.map((block, place) => (
              <Block key={place} block={block} />
            ))}
          </Stack>
        ))}
      </Stack>
    </div>
  )
}

/** The text before it is published, as participants will read it. */
export function InformationPreview(props: { title: string; text: string; language: 'sv' | 'en' }) {
  return (
    <Section title={props.title}>
      <InformationText text={props.text} language={props.language} />
    </Section>
  )
}
