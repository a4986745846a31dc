'use strict';

// Exact amounts of US dollars, as whole numbers (BigInt) of picodollars: money never meets binary floating point,
// except where a chart gives it a place.
const money = (() => {
  const decimals = 12;
  const dollar = 10n ** BigInt(decimals);

  // A quotient rounded to the nearest whole number, half to even; `divisor` is positive.
  function divided(number, divisor) {
    const negative = number < 0n;
    const size = negative ? -number : number;
    const quotient = size / divisor;
    const twice = (size % divisor) * 2n;
    const up = twice > divisor || (twice === divisor && quotient % 2n === 1n);
    const rounded = up ? quotient + 1n : quotient;
    return negative ? -rounded : rounded;
  }

  // A decimal text such as "0.0375"; null for anything else.
  function parse(decimal) {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal ?? '');
    if (!match) {
      return null;
    }
    const fraction = (match[3] ?? '').padEnd(decimals, '0');
    const count = divided(BigInt(match[2] + fraction), 10n ** BigInt(fraction.length - decimals));
    return match[1] === '-' ? -count : count;
  }

  // The text of `number` tenths to the power of `places`: fixed(1234n, 2) is "12.34", with separators of thousands.
  function fixed(number, places) {
    const digits = number.toString().padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',');
    return places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`;
  }

  // For people: "$34.20", "$0.0123", "$0.00000375": cents at least, below a dollar three significant digits.
  function shown(amount) {
    if (amount === null || amount === undefined) {
      return '–';
    }
    const size = amount < 0n ? -amount : amount;
    const zeros = decimals - size.toString().length;
    const places = size === 0n || size >= dollar ? 2 : Math.min(decimals, zeros + 3);
    const sign = amount < 0n ? '−$' : '$';
    return sign + fixed(divided(size, 10n ** BigInt(decimals - places)), places);
  }

  function exact(amount) {
    const size = amount < 0n ? -amount : amount;
    const digits = fixed(size, decimals).replace(/,/g, '').replace(/(\.\d\d\d*?)0+$/, '$1');
    return (amount < 0n ? '-' : '') + digits;
  }

  // A year has 365.25 days: a month 30.4375 of them.
  function monthly(daily) { return divided(daily * 487n, 16n); }

  function sum(amounts) { return amounts.reduce((total, amount) => total + amount, 0n); }

  // The place of an amount on an axis.
  function plotted(amount) { return Number(amount) / Number(dollar); }

  return {parse, shown, exact, monthly, sum, plotted};
})();
