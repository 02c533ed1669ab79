/** Maps, by the names that their libraries give them: Leaflet, Google, Mapbox, MapLibre, OpenLayers, Apple. */
export const MAP: string =
  '.leaflet-container,.gm-style,.mapboxgl-map,.maplibregl-map,.ol-viewport,.mk-map-view,[role=application]';
/** What people look at closely without any trouble. */
export const PICTURE: string = `img,picture,svg,canvas,video,[role=img],${MAP}`;
