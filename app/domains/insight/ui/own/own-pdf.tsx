import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { Translate } from '~/i18n/translate'
import { formatDateTime } from '~/shared/dates'
import { keyText, sectionText, shownValue } from '../../own/words'

Font.registerHyphenationCallback((word) => [word])

const styles = StyleSheet.create({
  page: { paddingVertical: 56, paddingHorizontal: 50, fontFamily: 'Helvetica', fontSize: 9, color: '#17262b' },
  title: { fontSize: 22, fontFamily: 'Helvetica-Bold', color: '#0b5563', marginBottom: 8 },
  lead: { marginBottom: 6, lineHeight: 1.4, color: '#43545a' },
  section: { fontSize: 12, fontFamily: 'Helvetica-Bold', marginTop: 16, marginBottom: 4 },
  row: { flexDirection: 'row', flexWrap: 'wrap', paddingVertical: 3, borderBottomWidth: 0.5, borderColor: '#dfddd6' },
  cell: { marginRight: 12, marginBottom: 1, maxWidth: 480 },
  label: { color: '#5c6b71' },
  none: { color: '#5c6b71' },
  foot: { position: 'absolute', left: 50, right: 50, bottom: 28, fontSize: 8, color: '#5c6b71' },
})

/** Parts that say nothing to a reader are counted, and told to be in the JSON file. */
const forMachines = new Set(['ledgerLinks'])
const LONGEST = 400

export interface ShownCopy {
  name: string
  at: Date
  language: string
  sections: readonly { name: string; rows: readonly Record<string, unknown>[] }[]
}

function Row({ row, t }: { row: Record<string, unknown>; t: Translate<'copy'> }) {
  const cells = Object.entries(row).flatMap(([key, value]) => {
    const shown = key === 'id' || key === 'correctsId' ? undefined : shownValue(t, key, value)
    return shown === undefined ? [] : [{ key, shown }]
  })
  return (
    <View style={styles.row}>
      {cells.map(({ key, shown }) => (
        <Text key={key} style={styles.cell}>
          <Text style={styles.label}>{keyText(t, key)}: </Text>
          {shown}
        </Text>
      ))}
    </View>
  )
}

function Part({ section: { name, rows }, t }: { section: ShownCopy['sections'][number]; t: Translate<'copy'> }) {
  const shown = forMachines.has(name) ? [] : rows.slice(-LONGEST)
  const total = rows.length
  return (
    <View>
      <Text style={styles.section} minPresenceAhead={30}>
        {sectionText(t, name)}
      </Text>
      {total === 0 && <Text style={styles.none}>{t('empty')}</Text>}
      {total > 0 && shown.length === 0 && <Text style={styles.none}>{t('inJson', { total })}</Text>}
      {shown.length > 0 && shown.length < total && <Text>{t('shortened', { count: shown.length, total })}</Text>}
      {shown.map((row, index) => (
        <Row key={index} row={row} t={t} />
      ))}
    </View>
  )
}

/** The bytes of a person's own copy for reading, A4; identity numbers are masked in it. */
export function renderOwnPdf(copy: ShownCopy, t: Translate<'copy'>): Promise<Buffer> {
  return renderToBuffer(
    <Document title={t('title')} language={copy.language} creationDate={copy.at} modificationDate={copy.at}>
      <Page size="A4" style={styles.page}>
        <Text style={styles.title}>{t('title')}</Text>
        <Text style={styles.lead}>{t('made', { at: formatDateTime(copy.at), name: copy.name })}</Text>
        <Text style={styles.lead}>{t('masked')}</Text>
        <Text style={styles.lead}>{t('leftOut')}</Text>
        {copy.sections.map((section) => (
          <Part key={section.name} section={section} t={t} />
        ))}
        <Text
          style={styles.foot}
          fixed
          render={({ pageNumber, totalPages }) => t('page', { page: pageNumber, pages: totalPages })}
        />
      </Page>
    </Document>,
  )
}
