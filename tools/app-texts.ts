/** Name and description as browsers and stores show them. */
export const appTexts = {
  app_name: { message: 'Countersign', description: 'Name of the extension' },
  app_description: {
    message: 'Tells you whether your webmail session was really issued by who it claims.',
    description: 'Description of the extension, at most 132 characters',
  },
};
