// Deep zoom: the image of a page in the leaf becomes a window into all its pixels, with the same patches lit.
// OpenSeadragon is asked for when somebody first zooms. Without it, or without this script, the images are as they are.
"use strict";

(() => {
  const library = document.currentScript?.dataset.library;
  const leaf = document.getElementById("leaf");
  const figures = leaf ? [...leaf.querySelectorAll("figure.image[data-service]")] : [];
  if (!library || !figures.length) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const STEP = 1.6;
  const MARGIN = 24;

  // What is open: { figure, viewer, box, patches } or null.
  let open = null;

  let loading = null;
  const loaded = () =>
    (loading ??= new Promise((done, failed) => {
      // It would put a style of its own into the page, which the room's policy forbids and the browser complains of;
      // it does not where one of this name is there, of whatever namespace.
      const none = document.createElementNS("urn:onionskin", "style");
      none.setAttribute("data-openseadragon-mobile-css", "");
      const script = document.createElement("script");
      script.src = library;
      script.addEventListener("load", () => done(window.OpenSeadragon));
      script.addEventListener("error", failed);
      document.head.append(none, script);
    }));

  function button(words, key, told, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.title = key ? `${told} (${key})` : told;
    made.setAttribute("aria-label", made.title);
    made.addEventListener("click", act);
    return made;
  }

  // What the tools and the keys do, each to the viewer.
  const turn = (by) => (viewer) => viewer.viewport.setRotation((viewer.viewport.getRotation() + by + 360) % 360);
  const zoom = (by) => (viewer) => viewer.viewport.zoomBy(by).applyConstraints();
  const pan = (x, y) => (viewer) => {
    const held = viewer.viewport.getBoundsNoRotate();
    const by = new window.OpenSeadragon.Point((x * held.width) / 4, (y * held.height) / 4);
    viewer.viewport.panBy(by.rotate(-viewer.viewport.getRotation())).applyConstraints();
  };
  function reset(viewer) {
    viewer.viewport.setRotation(0);
    viewer.viewport.goHome();
  }
  const step = (by) => () => {
    const next = figures[figures.indexOf(open.figure) + by];
    if (next) show(next).then(() => open?.viewer.canvas.focus({ preventScroll: true }));
  };
  function fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else open.box.requestFullscreen?.();
  }
  const KEYS = {
    "+": zoom(STEP), "=": zoom(STEP), "-": zoom(1 / STEP), "0": reset, r: turn(90), R: turn(-90), f: fill,
    n: step(1), PageDown: step(1), p: step(-1), PageUp: step(-1),
    ArrowLeft: pan(-1, 0), ArrowRight: pan(1, 0), ArrowUp: pan(0, -1), ArrowDown: pan(0, 1),
    Escape: () => shut(),
  };

  function tools(figure) {
    const row = document.createElement("div");
    row.className = "zoom-tools";
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", "Zoom");
    const act = (what) => () => what(open.viewer);
    row.append(
      button("−", "-", "Smaller", act(zoom(1 / STEP))),
      button("+", "+", "Larger", act(zoom(STEP))),
      button("⟲", "R", "Turn to the left", act(turn(-90))),
      button("⟳", "r", "Turn to the right", act(turn(90))),
      button("Fit", "0", "The whole page, upright", act(reset)),
    );
    const at = figures.indexOf(figure);
    if (at > 0) row.append(button("‹ Page", "p", "The page before", act(step(-1))));
    if (at < figures.length - 1) row.append(button("Page ›", "n", "The next page", act(step(1))));
    if (document.fullscreenEnabled) row.append(button("Full screen", "f", "All of the screen, or back", act(fill)));
    row.append(button("Close", "Esc", "Back to the image", () => shut()));
    return row;
  }

  // The patches over the page are copies: whoever lights the leaf's own need not know of these, and finds them in place.
  function mirror() {
    const copies = [...open.figure.querySelector("svg.patches").children].map((each) => each.cloneNode());
    for (const each of copies) each.removeAttribute("id");
    open.patches.replaceChildren(...copies);
  }

  const watch = new MutationObserver((changes) => {
    if (!open) return;
    mirror();
    const lit = changes.map((change) => change.target).filter((each) => each.classList.contains("lit"));
    if (lit.length) bring(lit.at(-1));
  });
  for (const figure of figures) {
    watch.observe(figure.querySelector("svg.patches"), { subtree: true, childList: true, attributeFilter: ["class"] });
  }

  const box = (piece) => ["x", "y", "width", "height"].map((name) => Number(piece.getAttribute(name)));

  // What is lit comes into the window; if it stands on another page, that page does.
  let turning = 0;
  function bring(piece) {
    clearTimeout(turning);
    const figure = piece.closest("figure.image");
    if (figure !== open.figure) {
      turning = setTimeout(() => open && piece.classList.contains("lit") && show(figure).then(() => bring(piece)), 250);
      return;
    }
    const { viewport, world } = open.viewer;
    if (!world.getItemCount()) return;
    const place = viewport.imageToViewportRectangle(...box(piece));
    const seen = viewport.getBounds(false);
    if (!seen.containsPoint(place.getTopLeft()) || !seen.containsPoint(place.getBottomRight())) {
      viewport.panTo(place.getCenter(), calm.matches).applyConstraints(calm.matches);
    }
  }

  // What a pointer does in the window it does upon the image that lies unseen below, at the same place of the page, so
  // that words are lit and ink leads to what was read from it as ever.
  function echo(event, kind, at) {
    const under = open.figure.querySelector("svg.patches");
    const [width, height] = ["width", "height"].map((name) => Number(open.figure.querySelector("img").getAttribute(name)));
    const hit = [...under.querySelectorAll("[data-ink]")].filter((piece) => {
      const [x, y, wide, high] = box(piece);
      return at.x >= x && at.x < x + wide && at.y >= y && at.y < y + high;
    });
    const area = (piece) => box(piece)[2] * box(piece)[3];
    const target = hit.sort((a, b) => area(a) - area(b))[0] || under;
    const frame = under.getBoundingClientRect();
    const clientX = frame.left + (at.x / width) * frame.width;
    const clientY = frame.top + (at.y / height) * frame.height;
    target.dispatchEvent(new PointerEvent(kind, { bubbles: true, clientX, clientY, pointerType: event.pointerType }));
  }

  function clicked(event) {
    if (event.quick) echo(event, "click", open.viewer.viewport.viewerElementToImageCoordinates(event.position));
  }

  function moved(event) {
    event.stopPropagation();
    if (event.buttons || !open.viewer.world.getItemCount()) return;
    const place = open.viewer.element.getBoundingClientRect();
    const at = new window.OpenSeadragon.Point(event.clientX - place.left, event.clientY - place.top);
    echo(event, "pointermove", open.viewer.viewport.viewerElementToImageCoordinates(at));
  }

  // As high as the leaf has room for, so that the whole window is in sight while one zooms.
  function height(figure) {
    const frame = figure.closest(".sheets");
    const seen = frame ? Math.min(frame.clientHeight, innerHeight) : innerHeight;
    return Math.max(160, Math.min(figure.clientHeight, seen - MARGIN));
  }

  async function show(figure, point) {
    const OpenSeadragon = await loaded().catch(() => null);
    if (!OpenSeadragon) {
      for (const each of leaf.querySelectorAll(".zoom-open")) each.remove();
      return;
    }
    if (open?.figure === figure) return;
    shut(false);
    const high = height(figure);
    const frame = document.createElement("div");
    frame.className = "zoom";
    const canvas = document.createElement("div");
    canvas.className = "zoom-page";
    frame.append(tools(figure), canvas);
    figure.classList.add("zooming");
    figure.style.height = `${high}px`;
    figure.append(frame);
    const patches = figure.querySelector("svg.patches").cloneNode();
    delete patches.dataset.page;
    patches.setAttribute("preserveAspectRatio", "none");
    const viewer = OpenSeadragon({
      element: canvas,
      tileSources: `${figure.dataset.service}/info.json`,
      drawer: "canvas",
      showNavigationControl: false,
      visibilityRatio: 0.5,
      maxZoomPixelRatio: 4,
      animationTime: calm.matches ? 0 : 0.4,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
      clickTimeThreshold: 1000, // A click of a slow hand, or on a busy machine, is one too.
    });
    open = { figure, viewer, box: frame, patches };
    mirror();
    viewer.canvas.setAttribute("role", "application");
    viewer.canvas.setAttribute("aria-label", `${figure.querySelector("img").alt}, zoomed. Keys: + − 0 r n p f, arrows, Escape`);
    viewer.addHandler("canvas-key", (event) => (event.preventDefaultAction = true));
    viewer.addHandler("canvas-click", clicked);
    frame.addEventListener("pointermove", moved);
    for (const kind of ["click", "dblclick"]) frame.addEventListener(kind, (event) => event.stopPropagation());
    frame.addEventListener("keydown", (event) => {
      const act = KEYS[event.key];
      const typed = event.target.tagName === "BUTTON" && event.key.startsWith("Arrow");
      if (!act || typed || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      act(viewer);
    });
    figure.scrollIntoView({ block: "nearest" });
    await new Promise((done) => {
      viewer.addOnceHandler("open", done);
      viewer.addOnceHandler("open-failed", () => {
        shut();
        done();
      });
    });
    if (open?.viewer !== viewer) return;
    viewer.addOverlay({ element: patches, location: viewer.world.getItemAt(0).getBounds() });
    if (point) viewer.viewport.zoomTo(viewer.viewport.getZoom() * 2.5, viewer.viewport.imageToViewportCoordinates(...point));
    frame.classList.add("ready");
  }

  function shut(back = true) {
    if (!open) return;
    const { figure, viewer, box: frame } = open;
    open = null;
    if (document.fullscreenElement) document.exitFullscreen();
    viewer.destroy();
    frame.remove();
    figure.classList.remove("zooming");
    figure.style.height = "";
    if (back) figure.querySelector(".zoom-open").focus({ preventScroll: true });
  }

  leaf.addEventListener("bring", (event) => {
    if (open && event.detail instanceof Element && event.detail.closest("figure.image")) bring(event.detail);
  });
  for (const figure of figures) {
    const start = button("Zoom", "", "Zoom into this page", () =>
      show(figure).then(() => open?.viewer.canvas.focus({ preventScroll: true })),
    );
    start.className = "zoom-open";
    figure.append(start);
    figure.addEventListener("dblclick", (event) => {
      if (open?.figure === figure) return;
      const picture = figure.querySelector("img");
      const place = picture.getBoundingClientRect();
      const scale = Number(picture.getAttribute("width")) / place.width;
      show(figure, [(event.clientX - place.left) * scale, (event.clientY - place.top) * scale]);
    });
  }
})();
