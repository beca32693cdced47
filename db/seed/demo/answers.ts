import { isAccepted, partKey, type Question, writeNumber } from '~/domains/catalogue'

/** One right answer to a question and some wrong ones, as a person gives them. */
export function answersTo(question: Question): { right: string[]; wrong: string[][] } {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'true-false': {
      const right = question.options.filter((option) => option.correct).map((option) => option.key)
      const wrong = question.options.filter((option) => !option.correct).map((option) => [option.key])
      return { right, wrong: wrong.length === 0 ? [right.slice(1)] : wrong }
    }
    case 'ordering': {
      const keys = question.items.map((item) => partKey(item.text))
      const placed = (order: readonly string[]) => order.map((key, index) => `${key}=${index + 1}`)
      return {
        right: placed(keys),
        wrong: [placed([...keys].reverse()), placed([...keys.slice(1), ...keys.slice(0, 1)])],
      }
    }
    case 'matching': {
      const rights = question.pairs.map((pair) => partKey(pair.right))
      const paired = (order: readonly string[]) =>
        question.pairs.map((pair, index) => `${partKey(pair.left)}=${order[index] ?? ''}`)
      return { right: paired(rights), wrong: [paired([...rights.slice(1), ...rights.slice(0, 1)])] }
    }
    case 'numeric':
      return {
        right: [writeNumber(question.answer)],
        wrong: [[writeNumber(question.answer + question.tolerance + 1)]],
      }
    case 'short-text':
      return { right: question.accepted.slice(0, 1), wrong: [['vet inte']] }
    case 'gap-text': {
      const right = question.gaps.map((gap) => `${gap.key}=${gap.accepted[0] ?? ''}`)
      const wrongIn = (gap: (typeof question.gaps)[number]) =>
        gap.choices?.find((choice) => !isAccepted(gap.accepted, choice, question.spelling)) ?? 'vet inte'
      return { right, wrong: [question.gaps.map((gap) => `${gap.key}=${wrongIn(gap)}`)] }
    }
  }
}
