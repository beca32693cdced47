import { z } from 'zod'

/** Own messages carry the remedy after a broken bar. */
export const text = (max = 500, least: 0 | 1 = 1) => z.string().trim().min(least).max(max)
export const prose = text(20_000)
/** A package takes what a draft of the portal may hold. */
export const longProse = text(400_000, 0)
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'Adressnamnet har andra tecken än a–z, 0–9 och bindestreck.¦Skriv å och ä som a, ö som o, och mellanslag som -.',
})
export const day = z.iso.date({ error: 'Dagen är inte en riktig dag på formen ÅÅÅÅ-MM-DD.¦Skriv till exempel 2025-03-24.' })
export const address = z.url({
  protocol: /^https?$/,
  error: 'Adressen är inte fullständig.¦Skriv hela adressen med https:// först.',
})
export const file = z.string().regex(/^[a-z0-9][a-z0-9.-]*\.(svg|png|jpg|webp|gif|avif)$/, {
  error: 'Filnamnet går inte att använda.¦Använd a–z, 0–9 och bindestreck, och ändelsen svg, png, jpg eller webp.',
})
export const minutes = z.int().min(1).max(600)
export const percent = z.int().min(0).max(100)
export const licence = text(200)
export const language = z.enum(['sv', 'en'])
export const competenceCode = z.string().regex(/^K[1-8]\.[1-9]$/, {
  error: 'Kompetenskoden har fel form.¦Skriv till exempel K5.2.',
})

export const anySources = z.array(
  z.strictObject({
    title: text(),
    publisher: text(),
    url: address,
    year: z.int().min(1900).max(2100).optional(),
  }),
)
export const sources = anySources.min(1, { error: 'Källa saknas.¦Ange minst en källa med title, publisher och url.' })
