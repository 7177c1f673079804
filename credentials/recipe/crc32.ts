const POLYNOMIAL = 0xedb88320;
const TABLE = Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
	return value;
});

/** CRC-32 as ISO 3309 has it (zip, PNG): a whole number from 0 to 2³²-1. */
export function crc32(bytes: Buffer): number {
	let sum = 0xffffffff;
	for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
	return (sum ^ 0xffffffff) >>> 0;
}
