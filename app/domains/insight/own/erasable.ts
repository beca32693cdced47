/** What a person has erased at once, without asking anybody: nothing of it is evidence of a project. */
export const erasableKinds = ['svar', 'tittarloggar', 'sjalvskattningar', 'kalender', 'meddelanden', 'enheter'] as const
export type ErasableKind = (typeof erasableKinds)[number]
