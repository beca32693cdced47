export const document = {
  note: 'Good to know',
  tip: 'Tip',
  warning: 'Watch out',
  reflect: 'Reflect',
  table: 'Table: {{columns}}',
}
