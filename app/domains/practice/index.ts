export {
  type Example,
  type ExampleCard,
  type ExampleFacet,
  type ExampleFilter,
  type ExampleLevel,
  type ExampleList,
  type ExampleSort,
  exampleFacets,
  exampleLevels,
  exampleSorts,
  type FacetCount,
} from './model'
export {
  choicesOf,
  countChoices,
  exampleQuery,
  type FacetChoice,
  pageSize,
  readExampleFilter,
  toggleChoice,
  withoutChoices,
} from './rules'
