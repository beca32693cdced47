import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { StoredCertificate } from '~/domains/credential'
import { renderCertificatePdf } from '~/domains/credential/ui/certificate-pdf'
import { translator } from '~/i18n/translator.server'
import type { PersonId } from '~/shared/ids'

/** The drawing operators of every page, with the texts in plain letters. */
function pagesOf(pdf: Buffer): { operators: string; text: string }[] {
  const raw = pdf.toString('latin1')
  return [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = '']) => {
    let operators = ''
    try {
      operators = inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return []
    }
    if (!operators.includes(' Tf')) return []
    const letters = [...operators.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    )
    return [{ operators, text: letters.join('').replace(/\s/g, '') }]
  })
}

function certificate(parts: number, language: 'sv' | 'en'): StoredCertificate {
  return {
    certificateId: 'c',
    code: '7K3M-0Q2X-ZV9A',
    personId: 'p' as PersonId,
    holderProtected: false,
    sha256: 'ab'.repeat(32),
    intact: true,
    issuedAt: new Date('2025-03-24T12:00:00Z'),
    document: {
      kind: 'godkänt resultat',
      title: 'Språk i alla ämnen',
      holderName: 'Disa Åkerholm',
      minutes: 240,
      level: 2,
      outcomes: ['planera stöttning i den egna undervisningen'],
      finishedOn: '2025-03-24',
      issuer: 'Nätverk Westum',
      language,
      revision: 1,
      sources: Array.from({ length: parts }, (_, part) => ({
        title: `Del ${part}`,
        minutes: 5,
        finishedOn: '2025-03-24',
      })),
    },
  }
}

test.each([
  [4, 1, 'sv', 'MedfinansierasavEuropeiskaunionen'],
  [60, 3, 'sv', 'MedfinansierasavEuropeiskaunionen'],
  [4, 1, 'en', 'Co-fundedbytheEuropeanUnion'],
] as const)(
  'a certificate on %i parts has %i page(s), each with the EU lock-up in %s',
  { timeout: 30_000 },
  async (parts, count, language, words) => {
    const t = translator(language)
    const texts = {
      t: t('credential'),
      common: t('common'),
      checkAddress: 'https://portal.example/intyg/7K3M-0Q2X-ZV9A',
    }
    const pages = pagesOf(await renderCertificatePdf(certificate(parts, language), texts))
    expect(pages).toHaveLength(count)
    for (const page of pages) {
      expect(page.text).toContain(words)
      expect(page.text).toContain('portal.example/intyg/7K3M-0Q2X-ZV9A')
      expect(page.operators.match(/^1 0\.8 0 (rg|scn?)$/gm)).toHaveLength(12)
      expect(page.operators).toMatch(/^0 0\.2 0\.6 (rg|scn?)$/m)
    }
    expect(pages[0]?.text).toContain('DisaÅkerholm')
  },
)
