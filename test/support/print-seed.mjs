export default function printSeed() {
  console.log(`Repeat this order and these random inputs with ANTES_SEED=${process.env.ANTES_SEED}`);
}
