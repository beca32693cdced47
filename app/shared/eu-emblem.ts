/**
 * The emblem of the European Union by its geometrical description (Regulation (EU) 2021/1060, Annex IX): a rectangle
 * of 3 to 2, twelve stars on a circle of a third of the height, each star in a circle of an eighteenth of the height.
 * Coordinates are for a picture of 810 by 540.
 */
function star(centreX: number, centreY: number, radius: number): string {
  const inner = radius * 0.381966
  return Array.from({ length: 10 }, (_, corner) => {
    const reach = corner % 2 === 0 ? radius : inner
    const angle = (Math.PI / 5) * corner - Math.PI / 2
    return `${(centreX + reach * Math.cos(angle)).toFixed(1)},${(centreY + reach * Math.sin(angle)).toFixed(1)}`
  }).join(' ')
}

const height = 540

export const euEmblem = {
  width: 810,
  height,
  /** Reflex Blue. */
  blue: '#003399',
  yellow: '#ffcc00',
  /** The corners of each star as an SVG `points` text. */
  stars: Array.from({ length: 12 }, (_, hour) => {
    const angle = (Math.PI / 6) * hour
    return star(405 + (height / 3) * Math.sin(angle), 270 - (height / 3) * Math.cos(angle), height / 18)
  }),
}
