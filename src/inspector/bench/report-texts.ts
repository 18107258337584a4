/** English sentences of the report about a file. */
export const texts = {
  inspector_bench_save_report: {
    message: 'Save report',
    description: 'Button: saves the report as a JSON file',
  },
  inspector_bench_print_report: {
    message: 'Print report',
    description: 'Button: prints the report',
  },
  inspector_bench_report_hint: {
    message: 'Both are redacted: no token stands in them, and accounts are shortened.',
    description: 'Below the buttons that save and print the report',
  },
  inspector_bench_report_title: {
    message: 'Report on session tokens',
    description: 'Title of the printed report',
  },
  inspector_bench_report_made: {
    message: 'Made on $DATE$ by Countersign $VERSION$',
    description: 'Below the title of the printed report',
    placeholders: { date: { content: '$1' }, version: { content: '$2' } },
  },
  inspector_bench_report_file: { message: 'File', description: 'Label in the printed report' },
  inspector_bench_report_size: { message: 'Size', description: 'Label in the printed report' },
  inspector_bench_report_hash: {
    message: 'SHA-256 of the file',
    description: 'Label in the printed report',
  },
  inspector_bench_report_no_hash: {
    message: 'not known, as the reading was stopped',
    description: 'In the place of the SHA-256 of a file',
  },
  inspector_bench_report_totals: {
    message: 'Verdicts',
    description: 'Label in the printed report',
  },
  inspector_bench_report_findings: {
    message: 'Findings',
    description: 'Heading in the printed report',
  },
  inspector_bench_report_no_findings: {
    message: 'Nothing unusual was found.',
    description: 'In the printed report, where nothing was found',
  },
  inspector_bench_report_more: {
    message: 'Tokens with findings that are only in the saved report: $COUNT$',
    description: 'At the end of the printed report',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_report_limits: {
    message:
      'The verdicts speak of the tokens in this file as of the times above. What was never recorded cannot be seen.',
    description: 'At the end of the printed report',
  },
};
