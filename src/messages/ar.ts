import type { Messages } from './types.js';

export const messages: Messages = {
  lang: 'ar',
  help: 'مساعدة',
  close: 'إغلاق',
  why: 'لماذا أرى هذا؟',
  helped: 'هل أفادك هذا؟',
  yes: 'نعم',
  no: 'لا',
  thanks: 'شكرًا لك.',
  working: 'لحظة من فضلك…',
  done: 'تم',
  failed: 'لم ينجح ذلك.',
  retry: 'المحاولة مرة أخرى',
  solved: 'تم حل الأمر.',
  newTab: '(علامة تبويب جديدة)',
  badge: {
    suggestions: {
      zero: 'مساعدة، لا اقتراحات',
      one: 'مساعدة، اقتراح واحد',
      two: 'مساعدة، اقتراحان',
      few: 'مساعدة، {n} اقتراحات',
      many: 'مساعدة، {n} اقتراحًا',
      other: 'مساعدة، {n} اقتراح',
    },
  },
  reasons: {
    because: {
      other: 'قد يكون هناك شيء لا يعمل هنا.',
      press: 'ضغطت على شيء ولم يستجب.',
      slow: 'أنت تنتظر منذ مدة.',
      field: 'لم يُقبل شيء أدخلته.',
      payment: 'لم تنجح عملية دفع.',
    },
    notAgain: 'عدم اقتراح هذا مجددًا',
  },
};
