___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Antes",
  "categories": ["UTILITY", "PERSONALIZATION"],
  "brand": {"id": "brand_dummy", "displayName": "Antes"},
  "description": "Help that comes before the customer reaches for the phone: brings Antes from your own server to your pages, and tells it of events of the data layer.",
  "containerContexts": ["WEB"]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "RADIO",
    "name": "action",
    "displayName": "What this tag does",
    "radioItems": [
      {
        "value": "start",
        "displayValue": "Brings Antes to the page",
        "help": "One tag of this kind, with the trigger “Initialization - All Pages”."
      },
      {
        "value": "emit",
        "displayValue": "Tells Antes of an event",
        "help": "A tag for each event of the data layer that your configuration knows."
      }
    ],
    "simpleValueType": true,
    "defaultValue": "start",
    "alwaysInSummary": true
  },
  {
    "type": "TEXT",
    "name": "folder",
    "displayName": "Address of the folder of Antes",
    "help": "Where you have put the files of dist/cdn. Of your own server, or of one that lets your site read it (CORS).",
    "valueHint": "https://www.example.com/antes/",
    "simpleValueType": true,
    "alwaysInSummary": true,
    "valueValidators": [
      {"type": "NON_EMPTY", "errorMessage": "Where are the files of Antes?"},
      {
        "type": "REGEX",
        "args": ["https://.+"],
        "errorMessage": "An address that begins with https://"
      }
    ],
    "enablingConditions": [{"paramName": "action", "paramValue": "start", "type": "EQUALS"}]
  },
  {
    "type": "TEXT",
    "name": "config",
    "displayName": "Address of your configuration",
    "help": "As in data-config of the script tag: an address, or # and the id of a script of the type application/json in the page.",
    "valueHint": "/antes.json",
    "simpleValueType": true,
    "alwaysInSummary": true,
    "valueValidators": [{"type": "NON_EMPTY", "errorMessage": "Where is your configuration?"}],
    "enablingConditions": [{"paramName": "action", "paramValue": "start", "type": "EQUALS"}]
  },
  {
    "type": "GROUP",
    "name": "more",
    "displayName": "More",
    "groupStyle": "ZIPPY_CLOSED",
    "enablingConditions": [{"paramName": "action", "paramValue": "start", "type": "EQUALS"}],
    "subParams": [
      {
        "type": "SELECT",
        "name": "consent",
        "displayName": "Consent that Antes waits for",
        "help": "Until it is granted, nothing is stored and nothing is reported; help works. A page without consent mode counts as granted, except where the browser sends Global Privacy Control.",
        "macrosInSelect": false,
        "selectItems": [
          {"value": "analytics_storage", "displayValue": "analytics_storage"},
          {"value": "functionality_storage", "displayValue": "functionality_storage"},
          {"value": "personalization_storage", "displayValue": "personalization_storage"},
          {"value": "none", "displayValue": "none: the page tells Antes itself"}
        ],
        "simpleValueType": true,
        "defaultValue": "analytics_storage"
      },
      {
        "type": "TEXT",
        "name": "locale",
        "displayName": "Language of help",
        "help": "Left empty: that of the page, <html lang>.",
        "valueHint": "es",
        "simpleValueType": true
      },
      {
        "type": "TEXT",
        "name": "endpoint",
        "displayName": "Address that outcomes are sent to",
        "help": "Left empty: that of your configuration, if it names one.",
        "simpleValueType": true
      },
      {
        "type": "CHECKBOX",
        "name": "debug",
        "checkboxText": "Tell mistakes on the console, and show triggers in test",
        "simpleValueType": true,
        "defaultValue": false
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "event",
    "displayName": "Name of the event",
    "help": "As triggers of your configuration name it.",
    "valueHint": "payment-failure",
    "simpleValueType": true,
    "alwaysInSummary": true,
    "valueValidators": [{"type": "NON_EMPTY", "errorMessage": "Which event?"}],
    "enablingConditions": [{"paramName": "action", "paramValue": "emit", "type": "EQUALS"}]
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "values",
    "displayName": "What is told with it",
    "help": "Names and values, such as code and a Data Layer Variable. Nothing that a customer has typed.",
    "simpleTableColumns": [
      {"defaultValue": "", "displayName": "Name", "name": "name", "type": "TEXT", "isUnique": true},
      {"defaultValue": "", "displayName": "Value", "name": "value", "type": "TEXT"}
    ],
    "newRowButtonText": "Add",
    "enablingConditions": [{"paramName": "action", "paramValue": "emit", "type": "EQUALS"}]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const addConsentListener = require('addConsentListener');
const callInWindow = require('callInWindow');
const encodeUriComponent = require('encodeUriComponent');
const injectScript = require('injectScript');
const isConsentGranted = require('isConsentGranted');
const makeTableMap = require('makeTableMap');
const setInWindow = require('setInWindow');

// The queue that the script tag has in front of it. What is there already, also Antes itself, stays.
setInWindow('antes', [], false);

if (data.action === 'emit') {
  const values = data.values ? makeTableMap(data.values, 'name', 'value') : undefined;
  // At once, or as soon as Antes is there.
  callInWindow('antes.push', () => {
    callInWindow('antes.emit', data.event, values);
  });
  data.gtmOnSuccess();
  return;
}

const folder = data.folder.charAt(data.folder.length - 1) === '/' ? data.folder : data.folder + '/';
let address = folder + 'antes.load.js?config=' + encodeUriComponent(data.config);
if (data.locale) address += '&locale=' + encodeUriComponent(data.locale);
if (data.endpoint) address += '&endpoint=' + encodeUriComponent(data.endpoint);
if (data.debug) address += '&debug=true';

if (data.consent !== 'none') {
  // What is granted from the beginning is not said: Antes looks at Global Privacy Control then. And what is not granted yet
  // may be granted soon, so nothing that is remembered from the last visit is thrown away for it.
  if (!isConsentGranted(data.consent)) address += '&consent=pending';
  addConsentListener(data.consent, (type, granted) => {
    callInWindow('antes.push', () => {
      callInWindow('antes.consent', granted ? 'granted' : 'denied');
    });
  });
}

injectScript(address, data.gtmOnSuccess, data.gtmOnFailure, address);


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {"publicId": "access_globals", "versionId": "1"},
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {"type": 1, "string": "key"},
                  {"type": 1, "string": "read"},
                  {"type": 1, "string": "write"},
                  {"type": 1, "string": "execute"}
                ],
                "mapValue": [
                  {"type": 1, "string": "antes"},
                  {"type": 8, "boolean": true},
                  {"type": 8, "boolean": true},
                  {"type": 8, "boolean": false}
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {"type": 1, "string": "key"},
                  {"type": 1, "string": "read"},
                  {"type": 1, "string": "write"},
                  {"type": 1, "string": "execute"}
                ],
                "mapValue": [
                  {"type": 1, "string": "antes.push"},
                  {"type": 8, "boolean": false},
                  {"type": 8, "boolean": false},
                  {"type": 8, "boolean": true}
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {"type": 1, "string": "key"},
                  {"type": 1, "string": "read"},
                  {"type": 1, "string": "write"},
                  {"type": 1, "string": "execute"}
                ],
                "mapValue": [
                  {"type": 1, "string": "antes.consent"},
                  {"type": 8, "boolean": false},
                  {"type": 8, "boolean": false},
                  {"type": 8, "boolean": true}
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {"type": 1, "string": "key"},
                  {"type": 1, "string": "read"},
                  {"type": 1, "string": "write"},
                  {"type": 1, "string": "execute"}
                ],
                "mapValue": [
                  {"type": 1, "string": "antes.emit"},
                  {"type": 8, "boolean": false},
                  {"type": 8, "boolean": false},
                  {"type": 8, "boolean": true}
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {"isEditedByUser": true},
    "isRequired": true
  },
  {
    "instance": {
      "key": {"publicId": "inject_script", "versionId": "1"},
      "param": [{"key": "urls", "value": {"type": 2, "listItem": [{"type": 1, "string": "https://*/*"}]}}]
    },
    "clientAnnotations": {"isEditedByUser": true},
    "isRequired": true
  },
  {
    "instance": {
      "key": {"publicId": "access_consent", "versionId": "1"},
      "param": [
        {
          "key": "consentTypes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {"type": 1, "string": "consentType"},
                  {"type": 1, "string": "read"},
                  {"type": 1, "string": "write"}
                ],
                "mapValue": [
                  {"type": 1, "string": "analytics_storage"},
                  {"type": 8, "boolean": true},
                  {"type": 8, "boolean": false}
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {"type": 1, "string": "consentType"},
                  {"type": 1, "string": "read"},
                  {"type": 1, "string": "write"}
                ],
                "mapValue": [
                  {"type": 1, "string": "functionality_storage"},
                  {"type": 8, "boolean": true},
                  {"type": 8, "boolean": false}
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {"type": 1, "string": "consentType"},
                  {"type": 1, "string": "read"},
                  {"type": 1, "string": "write"}
                ],
                "mapValue": [
                  {"type": 1, "string": "personalization_storage"},
                  {"type": 8, "boolean": true},
                  {"type": 8, "boolean": false}
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {"isEditedByUser": true},
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Two fields are enough
  code: |-
    mock('isConsentGranted', true);
    runCode({action: 'start', folder: 'https://www.example.com/antes', config: '/antes.json', consent: 'analytics_storage'});
    assertThat(injected).isEqualTo('https://www.example.com/antes/antes.load.js?config=%2Fantes.json');
    assertApi('gtmOnSuccess').wasCalled();
- name: Everything that can be said is said
  code: |-
    runCode({action: 'start', folder: 'https://cdn.example.com/a/', config: '#help', consent: 'none', locale: 'pt-BR', endpoint: '/o', debug: true});
    assertThat(injected).isEqualTo('https://cdn.example.com/a/antes.load.js?config=%23help&locale=pt-BR&endpoint=%2Fo&debug=true');
    assertApi('isConsentGranted').wasNotCalled();
    assertApi('addConsentListener').wasNotCalled();
- name: Consent is waited for, and told when it comes and when it goes
  code: |-
    mock('isConsentGranted', false);
    let listener;
    mock('addConsentListener', (type, heard) => {
      assertThat(type).isEqualTo('functionality_storage');
      listener = heard;
    });
    runCode({action: 'start', folder: 'https://www.example.com/antes/', config: '/antes.json', consent: 'functionality_storage'});
    assertThat(injected).isEqualTo('https://www.example.com/antes/antes.load.js?config=%2Fantes.json&consent=pending');
    assertThat(told).isEqualTo([]);
    listener('functionality_storage', true);
    listener('functionality_storage', false);
    assertThat(told).isEqualTo([['antes.consent', 'granted', undefined], ['antes.consent', 'denied', undefined]]);
- name: A file that does not come is a failure
  code: |-
    mock('injectScript', (url, onSuccess, onFailure) => onFailure());
    runCode({action: 'start', folder: 'https://www.example.com/antes/', config: '/antes.json', consent: 'none'});
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: An event is told with its values
  code: |-
    runCode({action: 'emit', event: 'payment-failure', values: [{name: 'code', value: 'card_declined'}]});
    assertThat(told).isEqualTo([['antes.emit', 'payment-failure', {code: 'card_declined'}]]);
    assertApi('injectScript').wasNotCalled();
    assertApi('gtmOnSuccess').wasCalled();
- name: An event needs no values
  code: |-
    runCode({action: 'emit', event: 'coupon-refused'});
    assertThat(told).isEqualTo([['antes.emit', 'coupon-refused', undefined]]);
- name: The queue of the page stays what it is
  code: |-
    runCode({action: 'emit', event: 'coupon-refused'});
    assertApi('setInWindow').wasCalledWith('antes', [], false);
setup: |-
  let injected;
  const told = [];
  mock('injectScript', (url, onSuccess) => {
    injected = url;
    onSuccess();
  });
  mock('callInWindow', (path, first, second) => {
    if (path === 'antes.push') first();
    else told.push([path, first, second]);
  });


___NOTES___

Brings Antes (https://www.example.com stands for your own server: there is no other one) by antes.load.js, which takes
from its address what a script tag says in attributes. In the tab Permissions, narrow https://*/* to your server.
