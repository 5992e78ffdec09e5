/** The words of the terminal: headings and labels of the summary, and what commands say. */
export const terminal = {
  score: 'Score',
  range: 'range',
  answeredShare: (percent: number, answered: number, all: number) => `${percent} % answered (${answered} of ${all})`,
} as const
