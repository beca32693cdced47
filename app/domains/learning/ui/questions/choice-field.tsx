import type { FieldProps } from './field-props'

export function ChoiceField({ question, name, given }: FieldProps<'single' | 'multiple' | 'true-false'>) {
  const type = question.type === 'multiple' ? 'checkbox' : 'radio'
  return question.options.map((option) => {
    const id = `${name}-${option.key}`
    return (
      <div className="choice" key={option.key}>
        <input type={type} id={id} name={name} value={option.key} defaultChecked={given.includes(option.key)} />
        <label htmlFor={id}>{option.text}</label>
      </div>
    )
  })
}
