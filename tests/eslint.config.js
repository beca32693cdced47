import path from 'node:path'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const noStyleAttribute = {
  selector: 'JSXAttribute[name.name="style"]',
  message: 'The content security policy blocks style attributes: use a class, a data attribute or an SVG attribute.',
}
const noRawHtml = {
  selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  message: 'No raw HTML is stored or printed: render the stored document with the renderer in shared.',
}
const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'Use a union of strings.',
}

export default tseslint.config(
  {
    ignores: ['build/**', 'public/**', 'coverage/**', 'content/**', '.cache/**', '.data/**', 'test-results/**'],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict, reactHooks.configs.flat['recommended'], jsxA11y.flatConfigs.strict],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: path.resolve(import.meta.dirname, '..'),
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // State that only the browser knows is set after the first rendering, which must equal the server's.
      'react-hooks/set-state-in-effect': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/ban-ts-comment': 'error',
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'no-restricted-syntax': ['error', noStyleAttribute, noRawHtml, noEnum],
      eqeqeq: ['error', 'smart'],
      'no-debugger': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    ignores: ['app/cli/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // The one script element carries the request's nonce.
    files: ['app/root.tsx'],
    rules: { 'no-restricted-syntax': ['error', noStyleAttribute, noEnum] },
  },
  {
    // Playwright's fixtures call a function named use, which is no hook.
    files: ['tests/**'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
  {
    // A PDF is no page: its style properties are read by the PDF renderer.
    files: ['app/domains/**/*-pdf.tsx'],
    rules: { 'no-restricted-syntax': ['error', noEnum] },
  },
  {
    files: ['tests/**'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
  {
    files: ['db/migrations/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
)
