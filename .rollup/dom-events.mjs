/** The events that a page has by itself, as TypeScript's `lib.dom.d.ts` lists them, and those it does not know yet. */
export const DOM_EVENTS = new Set(
  `
  DOMContentLoaded abort addsourcebuffer addtrack afterprint animationcancel animationend animationiteration
  animationstart audioprocess auxclick beforeinput beforematch beforeprint beforetoggle beforeunload blocked
  blur boundary bufferedamountlow cancel canplay canplaythrough change click close closing command complete
  compositionend compositionstart compositionupdate connect connecting connectionstatechange contextlost
  contextmenu contextrestored controllerchange copy cuechange currententrychange cut dataavailable
  datachannel dblclick dequeue devicechange devicemotion deviceorientation deviceorientationabsolute
  disconnect dispose drag dragend dragenter dragleave dragover dragstart drop durationchange emptied
  encrypted end ended enter enterpictureinpicture error exit finish focus focusin focusout formdata
  fullscreenchange fullscreenerror gamepadconnected gamepaddisconnected gatheringstatechange
  gotpointercapture hashchange icecandidate icecandidateerror iceconnectionstatechange
  icegatheringstatechange input invalid keydown keypress keystatuseschange keyup languagechange
  leavepictureinpicture load loadeddata loadedmetadata loadend loading loadingdone loadingerror loadstart
  lostpointercapture mark message messageerror midimessage mousedown mouseenter mouseleave mousemove
  mouseout mouseover mouseup mute navigate navigateerror navigatesuccess negotiationneeded offline online
  open orientationchange pagehide pagereveal pageshow pageswap paste pause payerdetailchange
  paymentmethodchange play playing pointercancel pointerdown pointerenter pointerleave pointerlockchange
  pointerlockerror pointermove pointerout pointerover pointerrawupdate pointerup popstate prioritychange
  processorerror progress ratechange readystatechange rejectionhandled release remove removesourcebuffer
  removetrack reset resize resourcetimingbufferfull resume scroll scrollend securitypolicyviolation seeked
  seeking select selectedcandidatepairchange selectionchange selectstart shippingaddresschange
  shippingoptionchange show signalingstatechange slotchange sourceclose sourceended sourceopen stalled start
  statechange stop storage submit success suspend timeout timeupdate toggle tonechange touchcancel touchend
  touchmove touchstart track transitioncancel transitionend transitionrun transitionstart uncapturederror
  unhandledrejection unload unmute update updateend updatefound updatestart upgradeneeded versionchange
  visibilitychange voiceschanged volumechange waiting waitingforkey webkitanimationend
  webkitanimationiteration webkitanimationstart webkittransitionend wheel
  clipboardchange
  `
    .trim()
    .split(/\s+/),
);
