import { useOfficeT } from '~/i18n/use-office-t'
import { Button, CheckboxField, TextField } from '~/shared/ui'
import type { QuestionType } from '../../questions/model'
import styles from './editor.module.css'

export interface BankToPick {
  words: string
  questions: { bankQuestionId: string; type: QuestionType; prompt: string }[]
  /** How many fit the words; the first of them are shown. */
  found: number
}

/**
 * Questions of the bank to take into a form of questions, as copies. Its buttons send the form with `andra`: `bank:sok`
 * with the words in `banksok`, and `bank:hamta` with the marked ones in `bankfraga`.
 */
export function BankPick({ bank, isOpen }: { bank: BankToPick; isOpen: boolean }) {
  const t = useOfficeT('quizzes')
  return (
    <details className={styles['pick']} open={isOpen} id="bankfragor">
      <summary>{t('pick.title')}</summary>
      <div className={styles['rows']}>
        <p className="small">{t('pick.lead')}</p>
        <div className={styles['adding']}>
          <TextField label={t('bank.words')} name="banksok" type="search" defaultValue={bank.words} maxLength={100} />
          <Button name="andra" value="bank:sok" variant="quiet">
            {t('pick.search')}
          </Button>
        </div>
        {bank.questions.length === 0 ? (
          <p role="status">{t(bank.words === '' ? 'pick.empty' : 'pick.none')}</p>
        ) : (
          <fieldset className={styles['marks']}>
            <legend>{t('pick.found', { shown: bank.questions.length, count: bank.found })}</legend>
            {bank.questions.map(({ bankQuestionId, type, prompt }) => (
              <CheckboxField
                key={bankQuestionId}
                name="bankfraga"
                value={bankQuestionId}
                label={`${prompt} (${t(`types.${type}`).toLocaleLowerCase()})`}
              />
            ))}
            <div>
              <Button name="andra" value="bank:hamta" variant="quiet">
                {t('pick.take')}
              </Button>
            </div>
          </fieldset>
        )}
      </div>
    </details>
  )
}
