import { axeExpression } from '../lab/axe.ts';
import type { OwnPage, Scheme } from '../lab/drivers/driver.ts';

/** Width at which a page is read at 400 % on a window of 1280 pixels (WCAG 2.2 success criterion 1.4.10). */
export const narrow = { width: 320, height: 640 };

/** One language of each direction. */
export const languages = [
  { code: 'en', dir: 'ltr' },
  { code: 'ar', dir: 'rtl' },
] as const;
export type Language = (typeof languages)[number];

/** What sticks out of the window and by how much, the outermost element; empty when the page cannot be moved sideways. */
const overflowExpression = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return '';
  const out = [...document.body.querySelectorAll('*')].find((one) => {
    const { left, right } = one.getBoundingClientRect();
    return right > clientWidth + 1 || left < -1;
  });
  return (out?.outerHTML ?? '').slice(0, 100) + ' sticks out, the page is ' + scrollWidth + ' wide';
})()`;

export async function compareLanguage(page: OwnPage, { code, dir }: Language): Promise<string[]> {
  const said = await page.evaluate(
    `document.documentElement.lang + ' ' + (document.documentElement.dir || 'ltr')`,
  );
  return said === `${code} ${dir}` ? [] : [`the page says “${said}”, expected: ${code} ${dir}`];
}

export async function findBarriers(
  page: OwnPage,
  scheme: Scheme,
  { dir }: Language,
): Promise<string[]> {
  const found = await page.evaluate(axeExpression);
  if (typeof found !== 'string') return ['the accessibility check gave no answer'];
  return found === '' ? [] : [`${scheme}, ${dir}: ${found}`];
}

export async function findOverflow(
  page: OwnPage,
  { dir }: Language,
  width = narrow.width,
): Promise<string[]> {
  const found = await page.evaluate(overflowExpression);
  return found === '' ? [] : [`${dir}, ${width} pixels wide: ${found}`];
}
