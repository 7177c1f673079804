import { fileNameOf } from '../../nodes/shared/file-name';

it.each<[string, string]>([
	['attachment; filename="invoice 7.pdf"', 'invoice 7.pdf'],
	['attachment; filename=invoice.pdf', 'invoice.pdf'],
	['attachment; filename=invoice.pdf ; size=5', 'invoice.pdf'],
	['Attachment;FileName="a.pdf"', 'a.pdf'],
	['attachment; filename="a;b.pdf"; size=5', 'a;b.pdf'],
	['attachment; filename="say \\"yes\\".pdf"', 'say "yes".pdf'],
	['attachment; filename="a\\\\b.pdf"', 'b.pdf'],
	['attachment; filename="50%.pdf"', '50%.pdf'],
	['attachment; filename="a..b.pdf"', 'a..b.pdf'],
	['attachment; filename=".profile"', '.profile'],
	// RFC 6266 and RFC 8187.
	["attachment; filename*=UTF-8''na%C3%AFve.pdf", 'naïve.pdf'],
	["attachment; filename*=utf-8'en'%e2%82%ac%20rates.csv", '€ rates.csv'],
	["attachment; filename*=iso-8859-1''na%EFve.pdf", 'naïve.pdf'],
	['attachment; filename="naive.pdf"; filename*=UTF-8\'\'na%C3%AFve.pdf', 'naïve.pdf'],
	['attachment; filename*=UTF-8\'\'na%C3%AFve.pdf; filename="naive.pdf"', 'naïve.pdf'],
	["attachment; filename*=UTF-8''na%C3%AFve%2Cb%3B.pdf", 'naïve,b;.pdf'],
	// One that is malformed gives way to the other.
	['attachment; filename="a.pdf"; filename*=UTF-8\'\'na%C3.pdf', 'a.pdf'],
	['attachment; filename="a.pdf"; filename*=UTF-8\'\'50%.pdf', 'a.pdf'],
	['attachment; filename="a.pdf"; filename*=na%C3%AFve.pdf', 'a.pdf'],
	['attachment; filename="a.pdf"; filename*=UTF-8\'\'..', 'a.pdf'],
	// UTF-8 where Latin-1 should be, as Node reads it, and Latin-1.
	[`attachment; filename="${Buffer.from('naïve.pdf').toString('latin1')}"`, 'naïve.pdf'],
	['attachment; filename="naïve.pdf"', 'naïve.pdf'],
	// No path, and nothing that hides.
	['attachment; filename="../../etc/passwd"', 'passwd'],
	['attachment; filename="/etc/passwd"', 'passwd'],
	['attachment; filename="C:\\folder\\a.pdf"', 'a.pdf'],
	['attachment; filename=..\\a.pdf', 'a.pdf'],
	["attachment; filename*=UTF-8''..%2F..%5Ca.pdf", 'a.pdf'],
	["attachment; filename*=UTF-8''a%00%0A%1B%C2%85.pdf", 'a.pdf'],
	["attachment; filename*=UTF-8''a%E2%80%AEfdp.exe", 'afdp.exe'],
	["attachment; filename*=UTF-8''dir%0A%2Fa.pdf", 'a.pdf'],
])('%s gives %s', (header, name) => expect(fileNameOf(header)).toBe(name));

it.each([
	undefined,
	null,
	5,
	'',
	'attachment',
	'attachment; filename=',
	'attachment; filename=""',
	'attachment; filename=".."',
	'attachment; filename="."',
	'attachment; filename="folder/"',
	'attachment; filename="../.."',
	'attachment; filename="\u0001"',
	'attachment; name="a.pdf"',
	'attachment; name="a; filename=b.pdf"',
	"attachment; filename*=UTF-8''",
	'filename.pdf',
])('%j gives none', (header) => expect(fileNameOf(header)).toBeUndefined());

it('does not take long for what was made to take long', () => {
	const startedAt = performance.now();
	fileNameOf(`attachment; filename="${'\\'.repeat(50_000)}`);
	fileNameOf(`attachment; filename*=UTF-8''${'%4'.repeat(50_000)}`);
	fileNameOf('; filename'.repeat(10_000) + '/'.repeat(10_000));
	expect(performance.now() - startedAt).toBeLessThan(500);
});
