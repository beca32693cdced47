import { Document, Font, Page, Polygon, Rect, renderToBuffer, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import type { Translate } from '~/i18n/translate'
import { formatMinutes, localDay } from '~/shared/dates'
import { euEmblem } from '~/shared/eu-emblem'
import type { StoredCertificate } from '../model'

// The words of the lock-up and the names of people are never broken.
Font.registerHyphenationCallback((word) => [word])

const EMBLEM_HEIGHT = 48

const styles = StyleSheet.create({
  page: {
    paddingTop: 56,
    paddingBottom: 132,
    paddingHorizontal: 60,
    fontFamily: 'Helvetica',
    fontSize: 10.5,
    color: '#17262b',
  },
  issuer: { fontSize: 11, color: '#43545a' },
  heading: { fontSize: 30, fontFamily: 'Helvetica-Bold', marginTop: 26, color: '#0b5563' },
  holder: { fontSize: 20, fontFamily: 'Helvetica-Bold', marginTop: 22 },
  verb: { fontSize: 12, marginTop: 8, color: '#43545a' },
  title: { fontSize: 17, fontFamily: 'Helvetica-Bold', marginTop: 6, lineHeight: 1.25 },
  facts: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    marginTop: 22,
    borderTopWidth: 1,
    borderColor: '#dfddd6',
    paddingTop: 12,
  },
  fact: { width: '33.3%', marginBottom: 10, paddingRight: 10 },
  label: { fontSize: 8.5, color: '#5c6b71', marginBottom: 2 },
  section: { fontSize: 12, fontFamily: 'Helvetica-Bold', marginTop: 14, marginBottom: 6 },
  outcome: { flexDirection: 'row', marginBottom: 4 },
  bullet: { width: 12 },
  grow: { flex: 1 },
  source: { flexDirection: 'row', paddingVertical: 3, borderBottomWidth: 0.5, borderColor: '#dfddd6' },
  day: { width: 80 },
  time: { width: 70, textAlign: 'right' },
  foot: { position: 'absolute', left: 60, right: 60, bottom: 40 },
  lockup: { flexDirection: 'row', alignItems: 'center', marginBottom: 14 },
  words: { fontSize: 13, marginLeft: 12, color: euEmblem.blue, maxWidth: 150, lineHeight: 1.25 },
  small: { fontSize: 8, color: '#5c6b71', lineHeight: 1.4 },
})

export interface CertificateTexts {
  t: Translate<'credential'>
  common: Translate<'common'>
  /** The full address at which anyone checks the certificate. */
  checkAddress: string
}

function Lockup({ words }: { words: string }) {
  return (
    <View style={styles.lockup}>
      <Svg width={EMBLEM_HEIGHT * 1.5} height={EMBLEM_HEIGHT} viewBox={`0 0 ${euEmblem.width} ${euEmblem.height}`}>
        <Rect x={0} y={0} width={euEmblem.width} height={euEmblem.height} fill={euEmblem.blue} />
        {euEmblem.stars.map((points) => (
          <Polygon key={points} points={points} fill={euEmblem.yellow} />
        ))}
      </Svg>
      <Text style={styles.words}>{words}</Text>
    </View>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <View style={styles.fact}>
      <Text style={styles.label}>{label}</Text>
      <Text>{value}</Text>
    </View>
  )
}

function CertificatePdf({ certificate, texts }: { certificate: StoredCertificate; texts: CertificateTexts }) {
  const { document, code } = certificate
  const { t, common, checkAddress } = texts
  const approved = document.kind === 'godkänt resultat'
  return (
    <Document
      title={t('page.title', { title: document.title })}
      author={document.issuer}
      creator={common('portal')}
      producer={common('portal')}
      language={document.language}
      creationDate={certificate.issuedAt}
      modificationDate={certificate.issuedAt}
    >
      <Page size="A4" style={styles.page}>
        <Text style={styles.issuer}>{document.issuer}</Text>
        <Text style={styles.heading}>{t('pdf.heading')}</Text>
        <Text style={styles.holder}>{document.holderName}</Text>
        <Text style={styles.verb}>{t(approved ? 'pdf.approved' : 'pdf.attended')}</Text>
        <Text style={styles.title}>{document.title}</Text>
        <View style={styles.facts}>
          <Fact label={t('page.kind')} value={t(approved ? 'kind.approved' : 'kind.attended')} />
          <Fact label={t('page.hours')} value={formatMinutes(document.minutes)} />
          {document.level !== null && (
            <Fact label={t('page.level')} value={common('levelLabel', { level: document.level })} />
          )}
          <Fact label={t('page.finished')} value={document.finishedOn} />
          <Fact label={t('page.issued')} value={localDay(certificate.issuedAt)} />
          {document.validUntil !== undefined && <Fact label={t('page.until')} value={document.validUntil} />}
          <Fact label={t('pdf.revision')} value={String(document.revision)} />
        </View>
        <Text style={styles.section}>{t('page.outcomesTaken')}</Text>
        {document.outcomes.map((outcome) => (
          <View key={outcome} style={styles.outcome} wrap={false}>
            <Text style={styles.bullet}>•</Text>
            <Text style={styles.grow}>{outcome}</Text>
          </View>
        ))}
        {document.sources.length > 0 && <Text style={styles.section}>{t('page.sources')}</Text>}
        {document.sources.map((source, index) => (
          <View key={`${index} ${source.title}`} style={styles.source} wrap={false}>
            <Text style={styles.grow}>{source.title}</Text>
            <Text style={styles.day}>{source.finishedOn}</Text>
            <Text style={styles.time}>{formatMinutes(source.minutes)}</Text>
          </View>
        ))}
        <View style={styles.foot} fixed>
          <Lockup words={common('eu')} />
          <Text style={styles.small}>
            {t('pdf.check')} {checkAddress} · {t('list.code', { code })}
          </Text>
          <Text style={styles.small}>
            {t('page.seal')}: {certificate.sha256}
          </Text>
        </View>
      </Page>
    </Document>
  )
}

/** The bytes of a certificate's PDF, A4, in the certificate's language. */
export function renderCertificatePdf(certificate: StoredCertificate, texts: CertificateTexts): Promise<Buffer> {
  return renderToBuffer(<CertificatePdf certificate={certificate} texts={texts} />)
}
