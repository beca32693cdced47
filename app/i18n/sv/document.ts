export const document = {
  note: 'Bra att veta',
  tip: 'Tips',
  warning: 'Se upp',
  reflect: 'Fundera',
  table: 'Tabell: {{columns}}',
}
