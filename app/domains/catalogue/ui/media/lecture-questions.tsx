import { useOfficeT } from '~/i18n/use-office-t'
import { TextField } from '~/shared/ui'
import type { LectureFault, LectureTyped } from '../../media/lecture-form'
import type { DraftFault } from '../../questions/form'
import { BankPick, type BankToPick } from '../questions/bank-pick'
import { QuestionEditor } from '../questions/question-editor'
import styles from './media.module.css'

interface LectureQuestionsProps {
  typed: LectureTyped
  faults: readonly LectureFault[]
  questionFaults: readonly DraftFault[]
  /** The field to go on with. */
  focus: string | null
  bank: BankToPick
  bankIsOpen: boolean
}

/** The questions of a lecture: written as those of a quiz, or taken from the bank, and the share that is enough. */
export function LectureQuestions({ typed, faults, questionFaults, focus, bank, bankIsOpen }: LectureQuestionsProps) {
  const t = useOfficeT('lectureMaking')
  const fault = (['noQuestion', 'question'] as const).find((each) => faults.includes(each))
  return (
    <section className={styles.form} id="kontrollfragor" aria-labelledby="kontrollfragor-rubrik">
      <div>
        <h2 id="kontrollfragor-rubrik">{t('check')}</h2>
        <p>{t('checkLead')}</p>
        {fault !== undefined && <p className="field-error">{t(`faults.${fault}`)}</p>}
      </div>
      <QuestionEditor drafts={typed.questions} faults={questionFaults} focus={focus} />
      <BankPick bank={bank} isOpen={bankIsOpen} />
      <TextField
        label={t('pass')}
        name="pass"
        inputMode="numeric"
        defaultValue={typed.pass}
        error={faults.includes('pass') ? t('faults.pass') : undefined}
      />
    </section>
  )
}
