// Draws a bar chart from the table beside it, which stays the content: the canvas is hidden from people who listen.
// <figure class="ab-figure" hidden><div class="ab-chart" data-table="ID of the table"></div></figure>
// The first column holds the labels, short in data-short; each cell with data-minutes its figure. A cell with data-hidden
// (too few people) leaves a gap as high as the chart, which no bar is; any other cell is nothing. Without scripts the figure stays hidden and the table stands alone.
(() => {
  const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const charts = [];

  function draw(box) {
    const table = document.getElementById(box.dataset.table);
    const rows = [...table.tBodies[0].rows];
    const ink = token('--ab-ink-2'), line = token('--ab-line');
    const font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
    const isHidden = row => row.querySelector('[data-hidden]') !== null;
    const hours = row => {
      const cell = row.querySelector('[data-minutes]');
      return cell ? Number(cell.dataset.minutes) / 60 : isHidden(row) ? null : 0;
    };
    const gaps = {
      id: 'gaps',
      beforeDatasetsDraw({ ctx, chartArea, scales: { x } }) {
        const width = (x.right - x.left) / rows.length * .72;
        ctx.fillStyle = token('--ab-gap');
        rows.forEach((row, day) => {
          if (isHidden(row)) ctx.fillRect(x.getPixelForValue(day) - width / 2, chartArea.top, width, chartArea.height);
        });
      },
    };
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    box.replaceChildren(canvas);
    box.closest('.ab-figure').hidden = false;
    charts.push(new Chart(canvas, {
      type: 'bar',
      plugins: [gaps],
      data: {
        labels: rows.map(row => row.cells[0].dataset.short),
        datasets: [{
          data: rows.map(hours), backgroundColor: token('--ab-series-1'), borderRadius: 3, categoryPercentage: .72,
        }],
      },
      options: {
        maintainAspectRatio: false, animation: false,
        plugins: {
          legend: { display: false },
          tooltip: { callbacks: { label: item => rows[item.dataIndex].querySelector('[data-minutes]').textContent } },
        },
        scales: {
          x: { grid: { display: false }, ticks: { color: ink, font, maxRotation: 0, autoSkipPadding: 8 } },
          y: {
            beginAtZero: true, grid: { color: line, drawBorder: false },
            ticks: { color: ink, font, maxTicksLimit: 6, callback: value => value + ' h' },
          },
        },
      },
    }));
  }
  function all() {
    charts.splice(0).forEach(chart => chart.destroy());
    document.querySelectorAll('.ab-chart[data-table]').forEach(draw);
  }
  all();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
})();
