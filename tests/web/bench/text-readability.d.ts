declare module 'text-readability' {
  type Formula = (text: string) => number;
  const formulas: Record<
    | 'fleschReadingEase'
    | 'fleschKincaidGrade'
    | 'gunningFog'
    | 'smogIndex'
    | 'colemanLiauIndex'
    | 'automatedReadabilityIndex',
    Formula
  >;
  export default formulas;
}
