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

/** A text of the information to participants, in one language, with its headings and lists. */
export function InformationText({ text, language }: { text: string; language: 'sv' | 'en' }) {
  return (
    <div lang={language}>
      <Stack gap="s">
        {blocksOf(text).map((block, index) => (
          <Block key={index} block={block} />
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
