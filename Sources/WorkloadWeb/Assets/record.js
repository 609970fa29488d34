// Helps while a stretch of time is typed: shows its length, asks about midnight and about breaks, and opens the optional
// part where there is room. The form works without it: the server answers the same questions after Save.
(() => {
  const form = document.querySelector('[data-record]');
  if (!form) return;
  const from = form.elements.from, to = form.elements.to, nextDay = form.elements.endsNextDay;
  const output = form.querySelector('[data-length]');
  const nextDayPart = form.querySelector('[data-next-day]'), breakPart = form.querySelector('[data-break]');
  const breakMinutes = form.elements.breakMinutes;
  const longWithoutBreak = 300, day = 24 * 60;

  const minutes = field => {
    const [hours, rest] = field.value.split(':').map(Number);
    return field.value === '' || Number.isNaN(hours) || Number.isNaN(rest) ? null : hours * 60 + rest;
  };
  const words = count => {
    const hours = Math.floor(count / 60), rest = count % 60;
    if (hours === 0) return rest + ' min';
    return hours + ' h' + (rest === 0 ? '' : ' ' + String(rest).padStart(2, '0') + ' min');
  };
  // where a clock change is asked about, only the server knows the length
  const isAsked = form.querySelector('[data-asked]') !== null;
  function show() {
    const start = minutes(from), end = minutes(to);
    const isOver = start !== null && end !== null && end <= start;
    nextDayPart.hidden = !(isOver || nextDay.checked);
    const isKnown = !isAsked && start !== null && end !== null && (!isOver || nextDay.checked);
    const length = isKnown ? end - start + (isOver ? day : 0) : 0;
    output.classList.toggle('none', !isKnown);
    output.textContent = isKnown ? words(length) : output.dataset.none;
    breakPart.hidden = length <= longWithoutBreak && breakMinutes.value === '';
  }
  for (const field of [from, to, nextDay]) field.addEventListener('input', show);
  if (from.value !== '' || to.value !== '') show();

  const wide = matchMedia('(min-width: 62em)');
  if (wide.matches) form.querySelectorAll('[data-open-wide]').forEach(part => { part.open = true; });
})();
