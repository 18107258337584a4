/** English sentences about settings as a file. */
export const transferTexts = {
  options_transfer: { message: 'Export and import', description: 'Section of the settings' },
  options_transfer_lead: {
    message:
      'Your settings as a file, for another browser. Sessions and findings are not in it, but the accounts of accepted findings are.',
    description: 'Above export and import',
  },
  options_export_heading: { message: 'Export', description: 'Heading' },
  options_export_hint: {
    message: 'Saves a file of JSON on this computer.',
    description: 'Below the heading',
  },
  options_export_button: { message: 'Save the settings as a file', description: 'Button' },
  options_import_heading: { message: 'Import', description: 'Label of a field that takes a file' },
  options_import_hint: {
    message:
      'You see what would change before anything does. Take over only files that you or your IT department made.',
    description: 'Below the heading',
  },
  options_import_question: {
    message: 'Take over these settings?',
    description: 'Question before settings of a file are taken over',
  },
  options_import_yes: { message: 'Take over', description: 'Button' },
  options_import_changes: {
    message: 'This would change; all else stays as it is:',
    description: 'Above the list of what would change',
  },
  options_import_nothing: {
    message: 'The file says what holds already. Nothing would change.',
    description: 'Where a file would change nothing',
  },
  options_import_unreadable: {
    message: 'Parts of these could not be read and are left out: $SETTINGS$.',
    description: 'Below the list of what would change',
    placeholders: { settings: { content: '$1' } },
  },
  options_import_off: {
    message: 'Webmails that are turned off',
    description: 'Label of a setting',
  },
  options_import_on: { message: 'On', description: 'State of a setting' },
  options_import_is_off: { message: 'Off', description: 'State of a setting' },
  options_import_none: { message: 'None', description: 'An empty list' },
  options_import_more: {
    message: '… and more: $COUNT$',
    description: 'At the end of a list that is cut',
    placeholders: { count: { content: '$1' } },
  },
  options_imported: {
    message: 'The settings were taken over',
    description: 'Said after settings of a file were taken over',
  },
  options_import_too_large: {
    message: 'This file is too large to be one of Countersign’s settings. Nothing was changed.',
    description: 'Why a file cannot be taken over',
  },
  options_import_not_json: {
    message: 'This file cannot be read: it is not JSON, or it is damaged. Nothing was changed.',
    description: 'Why a file cannot be taken over',
  },
  options_import_not_settings: {
    message: 'This file holds no settings of Countersign. Nothing was changed.',
    description: 'Why a file cannot be taken over',
  },
  options_import_newer_version: {
    message:
      'This file was made by a newer Countersign. Update this one first. Nothing was changed.',
    description: 'Why a file cannot be taken over',
  },
  options_import_unreadable_file: {
    message: 'The browser could not read this file. Nothing was changed.',
    description: 'Why a file cannot be taken over',
  },
};
