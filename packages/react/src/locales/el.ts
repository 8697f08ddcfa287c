import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Οι επιλογές απορρήτου σας',
  bannerText:
    'Υπηρεσίες άλλων εταιρειών ({count}) μπορεί να αποθηκεύουν δεδομένα στη συσκευή σας και να λαμβάνουν δεδομένα για εσάς. Αλλάξτε γνώμη όποτε θέλετε στις «Επιλογές απορρήτου».',
  bannerNew: 'Νέα μετά την απόφασή σας: {names}.',
  acceptAll: 'Αποδοχή όλων',
  rejectAll: 'Απόρριψη όλων',
  choose: 'Επιλογή',
  chatStart: 'Έναρξη συνομιλίας',
  chatUnavailable: 'Η συνομιλία δεν μπορεί να ανοίξει αυτή τη στιγμή.',
  preferences: 'Επιλογές απορρήτου',
  signalShort: 'το σήμα απορρήτου τηρείται',
  preferencesFailed: 'Οι επιλογές απορρήτου δεν άνοιξαν. Ελέγξτε τη σύνδεσή σας και δοκιμάστε ξανά.',
  frameShow: 'Εμφάνιση: «{title}»',
  frameFailed:
    'Δεν φορτώθηκε: {name}. Κάτι στο πρόγραμμα περιήγησης, στο δίκτυο ή στις ρυθμίσεις αυτού του ιστότοπου το εμποδίζει.',
  frameProvider: 'Παρέχεται από: {operator}. Φορτώνεται μόνο αν το επιτρέψετε.',
  frameAllow: 'Να επιτραπεί: {name}',
  frameRemoved:
    'Αφαιρέθηκε από αυτή τη σελίδα: {name}. Όσα φυλάσσει στον δικό του ιστότοπο δεν μπορεί να τα διαγράψει αυτή η σελίδα.',
}

export const later = () => [import('./el-chat.ts'), import('./el-preferences.ts'), import('./el-record.ts')] as const
