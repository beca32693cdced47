import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, Notice, RadioGroup, Section } from '~/shared/ui'
import { type MailChoice, mailChoices } from '../mail/model'

/** What the person wants by mail; the form posts `intent=mail` and `choice`. */
export function MailChoiceForm(props: { email: string; choice: MailChoice; isOn: boolean; isProtected: boolean }) {
  const t = useOfficeT('mailChoice')
  return (
    <Section title={t('title')} id="mejl">
      <Form method="post" className="stack">
        <p>{t('lead', { email: props.email })}</p>
        {!props.isOn && <Notice>{t('off')}</Notice>}
        {props.isProtected && <Notice tone="lichen">{t('protected')}</Notice>}
        <input type="hidden" name="intent" value="mail" />
        <RadioGroup
          legend={t('legend')}
          name="choice"
          value={props.choice}
          options={mailChoices.map((value) => ({ value, label: t(`choice.${value}`) }))}
        />
        <p className="small">{t('urgent')}</p>
        <div>
          <Button variant="quiet">{t('submit')}</Button>
        </div>
      </Form>
    </Section>
  )
}
